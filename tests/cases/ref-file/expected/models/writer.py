"""Writer."""

from __future__ import annotations

from .._runtime.models import Model


class Writer(Model):
    """Writer."""

    name: str
