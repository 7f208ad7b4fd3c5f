"""Output line."""

from __future__ import annotations

from .._runtime.models import Model


class OutputLine(Model):
    """Output line."""

    line: str

    number: int | None = None
