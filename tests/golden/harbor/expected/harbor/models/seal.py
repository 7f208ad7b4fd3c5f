"""Seal."""

from __future__ import annotations

from .._runtime.models import Model


class Seal(Model):
    """Seal."""

    broken: bool | None = None
