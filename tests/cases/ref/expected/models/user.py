"""User."""

from __future__ import annotations

from .._runtime.models import Model


class UserAddress(Model):
    """User address."""

    city: str | None = None
    """At least 1 character."""


class User(Model):
    """User."""

    name: str

    address: UserAddress | None = None
