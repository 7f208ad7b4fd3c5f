"""Ballot."""

from __future__ import annotations

from .._runtime.models import Model


class BallotChoice(Model):
    """Ballot choice."""

    rank: int | None = None


class Ballot(Model):
    """Ballot."""

    names: list[str]
    """Each item once."""

    choices: list[BallotChoice] | None = None
    """At least 1 item. Each item once."""

    pairs: list[int] | None = None
    """Exactly 2 items. Each item once."""
