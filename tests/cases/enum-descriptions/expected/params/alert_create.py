"""What `client.alerts.create` accepts."""

from typing import NotRequired, TypedDict

from .alert import AlertChannelParam
from .level import LevelParam


class AlertCreateParams(TypedDict):
    """What `client.alerts.create` accepts."""

    level: LevelParam

    channel: NotRequired[AlertChannelParam | None]
