"""Totals."""

from __future__ import annotations

from pydantic import Field

from .._runtime.integers import IntegerText
from .._runtime.models import Model


class Totals(Model):
    """Totals."""

    of: str | None = None

    __pydantic_extra__: dict[str, IntegerText] = Field(init=False)
    """Properties that have no name of their own."""
