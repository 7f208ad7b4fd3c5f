"""Library."""

from __future__ import annotations

from .._runtime.models import Model
from .author import Author
from .book import Book
from .place import Place


class Library(Model):
    """Library."""

    book: Book

    author: Author | None = None

    place: Place | None = None
