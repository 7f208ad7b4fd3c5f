"""Part input."""

from __future__ import annotations

from .._runtime.models import Model


class PartInput(Model):
    """Part input."""

    parts: list[PartInput] | None = None

    size: float | str | None = None
