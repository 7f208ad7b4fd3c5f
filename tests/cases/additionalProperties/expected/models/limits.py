"""Limits."""

from __future__ import annotations

from pydantic import Field

from .._runtime.models import Model
from .limit import Limit


class Limits(Model):
    """Limits."""

    most: int

    __pydantic_extra__: dict[str, Limit] = Field(init=False)
    """Properties that have no name of their own."""
