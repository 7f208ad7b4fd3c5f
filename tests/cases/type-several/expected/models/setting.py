"""Setting."""

from __future__ import annotations

from .._runtime.models import Model


class SettingOwner(Model):
    """Setting owner."""

    name: str


class Setting(Model):
    """Setting."""

    key: str | int

    value: str | float | bool | list[str] | dict[str, int] | None

    note: str | None = None

    owner: SettingOwner | None = None
