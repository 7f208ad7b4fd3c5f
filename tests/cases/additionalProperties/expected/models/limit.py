"""Limit."""

from __future__ import annotations

from .._runtime.models import Model


class Limit(Model):
    """Limit."""

    value: int
