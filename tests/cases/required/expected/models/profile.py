"""Profile."""

from __future__ import annotations

from .._runtime.models import Model


class Profile(Model):
    """Profile."""

    name: str

    nickname: str | None

    website: str
    """Default: `"none"`."""

    bio: str | None = None

    phone: str | None = None
