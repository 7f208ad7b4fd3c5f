"""Page."""

from __future__ import annotations

from typing import Any

from .._runtime.models import Model


class Page(Model):
    """Page."""

    items: list[Any]

    next: str | None = None
