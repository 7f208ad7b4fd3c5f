"""Book."""

from __future__ import annotations

from .._runtime.models import Model


class Book(Model):
    """Book."""

    title: str
