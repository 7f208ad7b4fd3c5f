"""City mayor."""

from typing import NotRequired, TypedDict


class CityMayorParam(TypedDict):
    """City mayor."""

    name: NotRequired[str]
