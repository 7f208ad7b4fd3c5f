"""Ballot."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class BallotChoice(Model):
    """Ballot choice."""

    rank: int | None = None


class Ballot(Model):
    """Ballot."""

    names: Annotated[list[str], Asserts(unique_items=True)]
    """Each item once."""

    choices: Annotated[
        list[BallotChoice] | None, Asserts(min_items=1, unique_items=True)
    ] = None
    """At least 1 item. Each item once."""

    mixed: Annotated[list[Any] | None, Asserts(unique_items=True)] = None
    """Each item once."""

    pairs: Annotated[
        list[int] | None, Asserts(min_items=2, max_items=2, unique_items=True)
    ] = None
    """Exactly 2 items. Each item once."""
