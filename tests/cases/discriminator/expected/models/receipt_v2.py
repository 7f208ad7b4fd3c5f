"""Receipt V2."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class ReceiptV2(Model):
    """Receipt V2."""

    version: Literal[2] = 2

    at: str | None = None
