"""Setting owner."""

from typing import TypedDict


class SettingOwnerParam(TypedDict):
    """Setting owner."""

    name: str
