"""Parts of `Book`."""

from typing import NotRequired, TypedDict

from ..models.book import BookPublisherAddress


class BookPublisherAddressParam(TypedDict):
    """Book publisher address."""

    city: NotRequired[str]

    countryCode: NotRequired[str]


class BookPublisherParam(TypedDict):
    """Book publisher."""

    name: str

    address: NotRequired[BookPublisherAddress | BookPublisherAddressParam]
