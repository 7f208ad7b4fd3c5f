"""Bulk."""

from __future__ import annotations

from .._runtime.models import Model


class Bulk(Model):
    """Bulk."""

    kind: str

    tons: float
