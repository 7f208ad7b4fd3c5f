"""Booking."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.asserts import Asserts
from .._runtime.models import Model


@Asserts(properties={"gone": False}, not_={"required": ["seat", "standing"]})
class Booking(Model):
    """Booking. Without `seat` and `standing` together."""

    seat: Annotated[str, Asserts(not_={"const": "13A"})]
    """Anything but `13A`."""

    class_: Annotated[
        str | None, Field(alias="class"), Asserts(not_={"enum": ["first", "crew"]})
    ] = None
    """Anything but `first` or `crew`."""

    meal: Annotated[Any, Asserts(not_={"type": "null"})] = None
    """Does not fit `{"type": "null"}`."""
