"""Explanation."""

from __future__ import annotations

from .._runtime.models import Model


class Explanation(Model):
    """Explanation."""

    text: str
