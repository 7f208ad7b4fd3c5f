"""Something that waits."""

from __future__ import annotations

from .._runtime.models import Model


class Waiting(Model):
    """Something that waits."""

    position: int
