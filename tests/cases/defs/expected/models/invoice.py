"""Invoice."""

from __future__ import annotations

from .._runtime.models import Model
from .defs_line import DefsLine


class Invoice(Model):
    """Invoice."""

    lines: list[DefsLine]

    first: DefsLine | None = None

    total: float | None = None
