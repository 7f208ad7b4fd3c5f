"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .audio import Audio
    from .book import Book, BookPublisher, BookPublisherAddress
    from .category import Category
    from .format import Format
    from .item import Item
    from .paper import Paper
    from .price import Price, PriceCurrency
    from .problem import Problem
    from .review import CustomerReview, PressReview, Review

__all__ = [
    "Audio",
    "Book",
    "BookPublisher",
    "BookPublisherAddress",
    "Category",
    "CustomerReview",
    "Format",
    "Item",
    "Paper",
    "PressReview",
    "Price",
    "PriceCurrency",
    "Problem",
    "Review",
    "Unknown",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.models": ("Unknown",),
            ".audio": ("Audio",),
            ".book": ("Book", "BookPublisher", "BookPublisherAddress"),
            ".category": ("Category",),
            ".format": ("Format",),
            ".item": ("Item",),
            ".paper": ("Paper",),
            ".price": ("Price", "PriceCurrency"),
            ".problem": ("Problem",),
            ".review": ("CustomerReview", "PressReview", "Review"),
        },
    )
