"""What `client.orders.create` accepts."""

from typing import NotRequired, TypedDict

from .step import StepParam


class OrderCreateParams(TypedDict):
    """What `client.orders.create` accepts."""

    copies: int
    """From 1 to 99."""

    discount: NotRequired[float | None]
    """More than 0 and less than 1."""

    floor: NotRequired[int | None]
    """At most 9."""

    rated: NotRequired[int | None]
    """From 1 to 5 stars"""

    step: NotRequired[StepParam | None]

    weight: NotRequired[float | None]
    """At least 0.5. A multiple of 0.25."""
