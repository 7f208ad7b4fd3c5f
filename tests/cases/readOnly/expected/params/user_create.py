"""What `client.users.create` accepts."""

from typing import NotRequired, TypedDict

from ..models.team import Team
from .team import TeamParam


class UserCreateParams(TypedDict):
    """What `client.users.create` accepts."""

    name: str

    invitation: str

    pin: NotRequired[str | None]

    team: NotRequired[Team | TeamParam | None]
