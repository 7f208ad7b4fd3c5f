"""User."""

from typing import NotRequired, TypedDict

from ..models.user import UserAddress


class UserAddressParam(TypedDict):
    """User address."""

    city: NotRequired[str]
    """At least 1 character."""


class UserParam(TypedDict):
    """User."""

    name: str

    address: NotRequired[UserAddress | UserAddressParam]
