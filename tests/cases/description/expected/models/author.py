"""Somebody who writes."""

from __future__ import annotations

from .._runtime.models import Model


class Author(Model):
    """Somebody who writes."""

    name: str | None = None
