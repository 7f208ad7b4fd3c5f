"""Invoice."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .invoice_line import InvoiceLine


class Invoice(Model):
    """Invoice."""

    lines: list[InvoiceLine]

    first: InvoiceLine | None = None

    total: Annotated[float | None, Asserts(minimum=0)] = None
    """At least 0."""
