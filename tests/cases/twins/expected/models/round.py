"""Round."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class Round(Model):
    """Round."""

    kind: Literal["round"] = "round"

    width: float
