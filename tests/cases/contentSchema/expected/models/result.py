"""Result."""

from __future__ import annotations

from .._runtime.models import Model


class Result(Model):
    """Result."""

    payload: str
