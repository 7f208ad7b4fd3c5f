"""Route."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .place import Place


class Route(Model):
    """Route."""

    start: tuple[float, float]

    named: tuple[str, Place] | None = None

    open: Annotated[
        list[Any] | None,
        Asserts(prefix_items=[{"type": "string"}, {"type": "integer"}]),
    ] = None

    rest: Annotated[
        list[str | bool] | None,
        Asserts(prefix_items=[{"type": "string"}], items={"type": "boolean"}),
    ] = None

    short: Annotated[
        list[str | int] | None,
        Asserts(prefix_items=[{"type": "string"}, {"type": "integer"}], items=False),
    ] = None
