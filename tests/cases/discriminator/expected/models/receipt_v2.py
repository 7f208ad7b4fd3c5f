"""Receipt V2."""

from __future__ import annotations

from typing import Annotated, Literal

from .._runtime.constants import Exact
from .._runtime.models import Model


class ReceiptV2(Model):
    """Receipt V2."""

    version: Annotated[Literal[2], Exact] = 2

    at: str | None = None
