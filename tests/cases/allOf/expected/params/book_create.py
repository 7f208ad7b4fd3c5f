"""What `client.books.create` accepts."""

from typing import Literal, NotRequired, TypedDict

from ..models.book import BookMaker
from ..models.priced import PricedSpare
from .book import BookMakerParam
from .priced import PricedSpareParam


class BookCreateParams(TypedDict):
    """What `client.books.create` accepts."""

    id: int

    isbn: str
    """At most 13 characters."""

    kind: Literal["book"]

    price: float

    code: NotRequired[str | None]
    """From 2 to 4 characters."""

    level: NotRequired[int | None]
    """From 1 to 9."""

    maker: NotRequired[BookMaker | BookMakerParam | None]

    spare: NotRequired[PricedSpare | PricedSpareParam | None]

    title: NotRequired[str | None]
    """From 1 to 80 characters."""
