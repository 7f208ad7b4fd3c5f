"""Label."""

from __future__ import annotations

from .._runtime.models import Model


class Label(Model):
    """Label."""

    name: str
