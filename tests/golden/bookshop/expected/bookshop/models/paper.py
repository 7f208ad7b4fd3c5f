"""Paper."""

from __future__ import annotations

from .._runtime.models import Model


class Paper(Model):
    """Paper."""

    kind: str

    pages: int
