"""Invoice line."""

from __future__ import annotations

from .._runtime.models import Model


class InvoiceLine(Model):
    """Invoice line."""

    text: str

    cost: float | None = None
