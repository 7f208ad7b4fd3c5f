"""Contact."""

from typing import NotRequired, TypeAlias, TypedDict

from ..models.contact import ContactEmail, ContactPhone


class ContactEmailParam(TypedDict):
    """Contact email."""

    email: str

    name: NotRequired[str]


class ContactPhoneParam(TypedDict):
    """Contact phone."""

    phone: str

    name: NotRequired[str]


ContactParam: TypeAlias = (
    ContactEmail | ContactEmailParam | ContactPhone | ContactPhoneParam
)
