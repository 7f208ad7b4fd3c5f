"""What `client.parcels.create` accepts."""

from typing import NotRequired, TypedDict


class ParcelCreateParams(TypedDict):
    """What `client.parcels.create` accepts.

    If it fits `{"properties": {"kind": {"const": "heavy"}}}`, then
    `{"required": ["weight"]}`.
    """

    kind: str

    label: NotRequired[str | None]
    """If it fits `{"pattern": "^x"}`, then `{"minLength": 3}`, else
    `{"maxLength": 9}`.
    """

    weight: NotRequired[float | None]
