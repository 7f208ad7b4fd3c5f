"""What `client.invoices.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.invoice_line import InvoiceLine
from .invoice_line import InvoiceLineParam


class InvoiceCreateParams(TypedDict):
    """What `client.invoices.create` accepts."""

    lines: Sequence[InvoiceLine | InvoiceLineParam]

    first: NotRequired[InvoiceLine | InvoiceLineParam | None]

    total: NotRequired[float | None]
    """At least 0."""
