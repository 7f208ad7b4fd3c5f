"""Invoice line."""

from typing import NotRequired, TypedDict


class InvoiceLineParam(TypedDict):
    """Invoice line."""

    text: str

    cost: NotRequired[float]
    """At least 0."""
