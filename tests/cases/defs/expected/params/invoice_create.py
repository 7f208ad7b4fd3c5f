"""What `client.invoices.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.defs_line import DefsLine
from .defs_line import DefsLineParam


class InvoiceCreateParams(TypedDict):
    """What `client.invoices.create` accepts."""

    lines: Sequence[DefsLine | DefsLineParam]

    first: NotRequired[DefsLine | DefsLineParam | None]

    total: NotRequired[float | None]
