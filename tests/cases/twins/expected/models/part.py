"""Part."""

from __future__ import annotations

from .._runtime.models import Model


class Part(Model):
    """Part."""

    size: str

    parts: list[Part]
