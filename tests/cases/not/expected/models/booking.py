"""Booking."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.models import Model


class Booking(Model):
    """Booking. Without `seat` and `standing` together."""

    seat: str
    """Anything but `13A`."""

    class_: Annotated[str | None, Field(alias="class")] = None
    """Anything but `first` or `crew`."""

    meal: Any = None
    """Does not fit `{"type": "null"}`."""
