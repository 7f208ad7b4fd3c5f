"""Words."""

from __future__ import annotations

from .._runtime.models import Model


class Words(Model):
    """Words."""

    text: str
