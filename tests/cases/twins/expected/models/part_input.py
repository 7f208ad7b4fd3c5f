"""Part input."""

from __future__ import annotations

from .._runtime.models import Model


class PartInput(Model):
    """Part input."""

    size: float | str | None = None
