"""User."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class UserAddress(Model):
    """User address."""

    city: Annotated[str | None, Asserts(min_length=1)] = None
    """At least 1 character."""


class User(Model):
    """User."""

    name: str

    address: UserAddress | None = None
