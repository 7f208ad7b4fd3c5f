"""Message."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class Message(Model):
    """Message."""

    kind: Literal["message"] = "message"

    version: Literal[2] = 2

    urgent: Literal[False] = False

    factor: Annotated[float, Asserts(const=1.5)]

    parent: None

    dialect: Literal["plain"] | None = None

    first: Literal[1] | None = None

    flags: Annotated[list[Any] | None, Asserts(const=["a", "b"])] = None

    origin: Annotated[dict[str, Any] | None, Asserts(const={"host": "localhost"})] = (
        None
    )
