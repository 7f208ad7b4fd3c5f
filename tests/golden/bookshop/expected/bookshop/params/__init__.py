"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .audio import AudioParam
    from .book import BookPublisherAddressParam, BookPublisherParam
    from .book_create import BookCreateParams
    from .book_list import BookListParams
    from .book_order import BookOrderParam
    from .format import FormatParam
    from .paper import PaperParam
    from .price import PriceCurrencyParam, PriceParam
    from .price_replace import PriceReplaceParams
    from .review import CustomerReviewParam, PressReviewParam, ReviewParam

__all__ = [
    "AudioParam",
    "BookCreateParams",
    "BookListParams",
    "BookOrderParam",
    "BookPublisherAddressParam",
    "BookPublisherParam",
    "CustomerReviewParam",
    "FormatParam",
    "PaperParam",
    "PressReviewParam",
    "PriceCurrencyParam",
    "PriceParam",
    "PriceReplaceParams",
    "ReviewParam",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".audio": ("AudioParam",),
            ".book": ("BookPublisherAddressParam", "BookPublisherParam"),
            ".book_create": ("BookCreateParams",),
            ".book_list": ("BookListParams",),
            ".book_order": ("BookOrderParam",),
            ".format": ("FormatParam",),
            ".paper": ("PaperParam",),
            ".price": ("PriceCurrencyParam", "PriceParam"),
            ".price_replace": ("PriceReplaceParams",),
            ".review": ("CustomerReviewParam", "PressReviewParam", "ReviewParam"),
        },
    )
