"""Mix."""

from __future__ import annotations

from .._runtime.models import Model


class Mix(Model):
    """Mix."""

    green: int | None = None

    red: int | None = None
