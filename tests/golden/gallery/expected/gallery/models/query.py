"""What a query was understood as."""

from __future__ import annotations

from .._runtime.models import Model


class Query(Model):
    """What a query was understood as."""

    page: int
