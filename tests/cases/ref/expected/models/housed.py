"""Housed."""

from __future__ import annotations

from .._runtime.models import Model
from .user import UserAddress


class Housed(Model):
    """Housed."""

    name: str

    address: UserAddress
