"""What `client.ballots.create` accepts."""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

from ..models.ballot import BallotChoice
from .ballot import BallotChoiceParam


class BallotCreateParams(TypedDict):
    """What `client.ballots.create` accepts."""

    names: Sequence[str]
    """Each item once."""

    choices: NotRequired[Sequence[BallotChoice | BallotChoiceParam] | None]
    """At least 1 item. Each item once."""

    mixed: NotRequired[Sequence[Any] | None]
    """Each item once."""

    pairs: NotRequired[Sequence[int] | None]
    """Exactly 2 items. Each item once."""
