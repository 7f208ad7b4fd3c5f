"""Why not."""

from __future__ import annotations

from .._runtime.models import Model


class Refusal(Model):
    """Why not."""

    reason: str
