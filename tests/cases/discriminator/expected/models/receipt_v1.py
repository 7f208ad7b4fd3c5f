"""Receipt V1."""

from __future__ import annotations

from .._runtime.models import Model
from .._runtime.text_types import datetime


class ReceiptV1(Model):
    """Receipt V1."""

    version: int

    at: datetime.date | None = None
