"""What `client.parcels.create` accepts."""

from typing import NotRequired, TypedDict


class ParcelCreateParams(TypedDict):
    """What `client.parcels.create` accepts."""

    to: str

    status_url: NotRequired[str | None]
    """Where changes are told."""
