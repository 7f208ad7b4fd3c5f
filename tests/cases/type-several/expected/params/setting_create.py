"""What `client.settings.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from ..models.setting import SettingOwner
from .setting import SettingOwnerParam


class SettingCreateParams(TypedDict):
    """What `client.settings.create` accepts."""

    key: str | int

    value: str | float | bool | Sequence[str] | Mapping[str, int] | None

    note: NotRequired[str | None]

    owner: NotRequired[SettingOwner | SettingOwnerParam | None]
