"""Part output."""

from __future__ import annotations

from .._runtime.models import Model


class PartOutput(Model):
    """Part output."""

    size: str
