"""Profile."""

from __future__ import annotations

from .._runtime.asserts import Asserts
from .._runtime.models import Model


@Asserts(required=["undeclared"])
class Profile(Model):
    """Profile."""

    name: str

    nickname: str | None

    website: str
    """Default: `"none"`."""

    bio: str | None = None

    phone: str | None = None
