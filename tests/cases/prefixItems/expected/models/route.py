"""Route."""

from __future__ import annotations

from typing import Any

from .._runtime.models import Model
from .place import Place


class Route(Model):
    """Route."""

    start: tuple[float, float]
    """At least 2 items."""

    named: tuple[str, Place] | None = None
    """Exactly 2 items."""

    open: list[Any] | None = None

    rest: list[str | bool] | None = None

    short: list[str | int] | None = None
