"""Parts of `Person`."""

from typing import NotRequired, TypedDict

from ..models.person import PersonAddressGeo


class PersonAddressGeoParam(TypedDict):
    """Person address geo."""

    lat: float


class PersonAddressParam(TypedDict):
    """Person address."""

    city: NotRequired[str]

    geo: NotRequired[PersonAddressGeo | PersonAddressGeoParam]
