"""A place as it was."""

from __future__ import annotations

from .._runtime.models import Model


class OldPlace(Model):
    """Deprecated. A place as it was."""

    name: str | None = None
