"""Housed."""

from typing import TypedDict

from ..models.user import UserAddress
from .user import UserAddressParam


class HousedParam(TypedDict):
    """Housed."""

    name: str

    address: UserAddress | UserAddressParam
