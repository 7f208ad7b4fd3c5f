"""What `client.books.create` accepts."""

from typing import Literal, NotRequired, TypedDict

from ..models.book import BookMaker, BookSpare
from .book_maker import BookMakerParam, BookSpareParam


class BookCreateParams(TypedDict):
    """What `client.books.create` accepts."""

    id: int

    isbn: str
    """At most 13 characters."""

    kind: Literal["book"]

    price: float

    code: NotRequired[str | None]

    level: NotRequired[int | None]
    """At least 1."""

    maker: NotRequired[BookMaker | BookMakerParam | None]

    spare: NotRequired[BookSpare | BookSpareParam | None]

    title: NotRequired[str | None]
    """At least 1 character."""
