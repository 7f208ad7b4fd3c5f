"""Item."""

from __future__ import annotations

from .._runtime.models import Model


class Item(Model):
    """Item."""

    id: int

    title: str
    """At least 1 character."""
