"""Message."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from .._runtime.asserts import Asserts
from .._runtime.constants import Exact
from .._runtime.models import Model


class Message(Model):
    """Message."""

    kind: Literal["message"] = "message"

    version: Annotated[Literal[2], Exact] = 2

    urgent: Annotated[Literal[False], Exact] = False

    factor: Annotated[float, Asserts(const=1.5)]

    parent: None

    dialect: Literal["plain"] | None = None

    first: Annotated[Literal[1], Exact] | None = None

    flags: Annotated[list[Any] | None, Asserts(const=["a", "b"])] = None

    origin: Annotated[dict[str, Any] | None, Asserts(const={"host": "localhost"})] = (
        None
    )
