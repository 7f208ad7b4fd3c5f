"""What `client.plates.create` accepts."""

from typing import NotRequired, TypedDict

from .code import CodeParam


class PlateCreateParams(TypedDict):
    """What `client.plates.create` accepts."""

    number: str
    """From 3 to 9 characters. Pattern: `^[A-Z]{1,3}-\\d+$`."""

    both: NotRequired[str | None]
    """From 2 to 4 characters."""

    broken: NotRequired[str | None]
    """Pattern: `^([`."""

    code: NotRequired[CodeParam | None]

    country: NotRequired[str | None]
    """Exactly 2 characters."""

    owner: NotRequired[str | None]
    """Pattern: `^\\p{L}+$`."""
