"""What `client.libraries.create` accepts."""

from typing import NotRequired, TypedDict

from ..models.author import Author
from ..models.book import Book
from ..models.place import Place
from .author import AuthorParam
from .book import BookParam
from .place import PlaceParam


class LibraryCreateParams(TypedDict):
    """What `client.libraries.create` accepts."""

    book: Book | BookParam

    author: NotRequired[Author | AuthorParam | None]

    place: NotRequired[Place | PlaceParam | None]
