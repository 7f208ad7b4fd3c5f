"""Invoice."""

from __future__ import annotations

from .._runtime.models import Model
from .invoice_line import InvoiceLine


class Invoice(Model):
    """Invoice."""

    lines: list[InvoiceLine]

    first: InvoiceLine | None = None

    total: float | None = None
