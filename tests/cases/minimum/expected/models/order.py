"""Order."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .step import Step


class Order(Model):
    """Order."""

    copies: Annotated[int, Asserts(minimum=1, maximum=99)]
    """From 1 to 99."""

    discount: Annotated[
        float | None, Asserts(exclusive_minimum=0, exclusive_maximum=1)
    ] = None
    """More than 0 and less than 1."""

    floor: Annotated[int | None, Asserts(maximum=9)] = None
    """At most 9."""

    rated: Annotated[int | None, Asserts(minimum=1, maximum=5)] = None
    """From 1 to 5 stars"""

    step: Step | None = None

    weight: Annotated[float | None, Asserts(minimum=0.5, multiple_of=0.25)] = None
    """At least 0.5. A multiple of 0.25."""
