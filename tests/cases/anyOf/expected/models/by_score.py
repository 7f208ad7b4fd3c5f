"""By score."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class ByScore(Model):
    """By score."""

    by: Literal["score"] = "score"
