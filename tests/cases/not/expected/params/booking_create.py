"""What `client.bookings.create` accepts."""

from typing import Any, NotRequired, TypedDict


class BookingCreateParams(TypedDict):
    """What `client.bookings.create` accepts. Without `seat` and `standing` together."""

    seat: str
    """Anything but `13A`."""

    class_: NotRequired[str | None]
    """Anything but `first` or `crew`."""

    meal: NotRequired[Any]
    """Does not fit `{"type": "null"}`."""
