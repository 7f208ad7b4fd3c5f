"""Square."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class Square(Model):
    """Square."""

    kind: Literal["square"] = "square"
