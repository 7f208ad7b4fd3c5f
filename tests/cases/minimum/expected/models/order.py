"""Order."""

from __future__ import annotations

from .._runtime.models import Model
from .step import Step


class Order(Model):
    """Order."""

    copies: int
    """From 1 to 99."""

    discount: float | None = None
    """More than 0 and less than 1."""

    floor: int | None = None
    """At most 9."""

    rated: int | None = None
    """From 1 to 5 stars"""

    step: Step | None = None

    weight: float | None = None
    """At least 0.5. A multiple of 0.25."""
