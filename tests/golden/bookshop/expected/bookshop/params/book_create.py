"""What `client.books.create` accepts."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

from ..models.book import BookPublisher
from .book import BookPublisherParam
from .format import FormatParam
from .review import ReviewParam


class BookCreateParams(TypedDict):
    """What `client.books.create` accepts."""

    title: str
    """At least 1 character."""

    format: FormatParam

    type: NotRequired[Literal["Book"] | None]

    class_: NotRequired[str | None]
    """The shelf mark."""

    published_on: NotRequired[datetime.date | str | None]

    publisher: NotRequired[BookPublisher | BookPublisherParam | None]

    purchase_price: NotRequired[float | None]
    """What the shop paid. It is never shown."""

    reviews: NotRequired[Sequence[ReviewParam] | None]

    stock: NotRequired[Mapping[str, int] | None]
    """Copies in each branch."""

    subtitle: NotRequired[str | None]
