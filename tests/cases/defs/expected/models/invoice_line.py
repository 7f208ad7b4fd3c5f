"""Invoice line."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class InvoiceLine(Model):
    """Invoice line."""

    text: str

    cost: Annotated[float | None, Asserts(minimum=0)] = None
    """At least 0."""
