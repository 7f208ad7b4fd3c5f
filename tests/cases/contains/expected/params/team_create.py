"""What `client.teams.create` accepts."""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict


class TeamCreateParams(TypedDict):
    """What `client.teams.create` accepts."""

    roles: Sequence[str]
    """From 1 to 2 items fit `{"const": "captain"}`."""

    closed: NotRequired[Sequence[Any] | None]
    """No other items."""

    scores: NotRequired[Sequence[Any] | None]
    """Some item fits `{"type": "integer"}`."""

    typed: NotRequired[Sequence[Any] | None]
    """Other items fit `{"type": "integer"}`."""
