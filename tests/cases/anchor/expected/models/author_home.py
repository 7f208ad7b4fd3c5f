"""Author home."""

from __future__ import annotations

from .._runtime.models import Model


class AuthorHome(Model):
    """Author home."""

    city: str | None = None
