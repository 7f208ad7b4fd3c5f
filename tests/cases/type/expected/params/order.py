"""Order address."""

from typing import TypedDict


class OrderAddressParam(TypedDict):
    """Order address."""

    city: str
