"""Table."""

from __future__ import annotations

from .._runtime.models import Model


class Table(Model):
    """Table."""

    number: int
