"""Receipt V1."""

from __future__ import annotations

import datetime

from .._runtime.models import Model


class ReceiptV1(Model):
    """Receipt V1."""

    version: int

    at: datetime.date | None = None
