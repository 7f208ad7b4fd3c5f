"""Problem."""

from __future__ import annotations

from .._runtime.models import Model


class Problem(Model):
    """Problem."""

    title: str

    causes: list[Problem] | None = None
