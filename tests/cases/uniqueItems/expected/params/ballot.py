"""Ballot choice."""

from typing import NotRequired, TypedDict


class BallotChoiceParam(TypedDict):
    """Ballot choice."""

    rank: NotRequired[int]
