"""Message."""

from __future__ import annotations

from typing import Any, Literal

from .._runtime.models import Model


class Message(Model):
    """Message."""

    kind: Literal["message"] = "message"

    version: Literal[2] = 2

    urgent: Literal[False] = False

    factor: float

    parent: None

    dialect: Literal["plain"] | None = None

    first: Literal[1] | None = None

    flags: list[Any] | None = None

    origin: dict[str, Any] | None = None
