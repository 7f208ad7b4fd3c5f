"""Team."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class Team(Model):
    """Team."""

    roles: Annotated[
        list[str],
        Asserts(contains={"const": "captain"}, min_contains=1, max_contains=2),
    ]
    """From 1 to 2 items fit `{"const": "captain"}`."""

    closed: Annotated[
        list[Any] | None,
        Asserts(prefix_items=[{"type": "string"}], unevaluated_items=False),
    ] = None
    """No other items."""

    scores: Annotated[list[Any] | None, Asserts(contains={"type": "integer"})] = None
    """Some item fits `{"type": "integer"}`."""

    typed: Annotated[
        list[Any] | None,
        Asserts(
            prefix_items=[{"type": "string"}], unevaluated_items={"type": "integer"}
        ),
    ] = None
    """Other items fit `{"type": "integer"}`."""
