"""A picture."""

from __future__ import annotations

from .._runtime.models import Model


class Picture(Model):
    """A picture."""

    id: str

    title: str
