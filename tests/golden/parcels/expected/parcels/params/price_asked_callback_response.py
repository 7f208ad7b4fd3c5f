"""Price asked callback response."""

from typing import TypedDict


class PriceAskedCallbackResponseParam(TypedDict):
    """Price asked callback response."""

    service: str
