"""What `client.cities.create` accepts."""

from typing import NotRequired, TypedDict

from ..models.city import CityMayor
from .city import CityMayorParam


class CityCreateParams(TypedDict):
    """What `client.cities.create` accepts."""

    name: str

    mayor: NotRequired[CityMayor | CityMayorParam | None]

    population: NotRequired[int | None]
