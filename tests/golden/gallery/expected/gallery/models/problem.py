"""Problem details."""

from __future__ import annotations

from .._runtime.models import Model


class Problem(Model):
    """Problem details."""

    detail: str | None = None

    title: str | None = None
