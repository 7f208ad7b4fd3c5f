"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.api_keys import ApiKey
from ._runtime.client import AsyncBaseClient, BaseClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from ._runtime.security import AsyncSecret, Secret
    from .resources.books import AsyncBooks, Books
    from .resources.categories import AsyncCategories, Categories
    from .resources.prices import AsyncPrices, Prices

API = Api(
    name="bookshop",
    version="0.1.0",
    servers=("https://api.bookshop.example/v2",),
    security=({"shopKey": ()},),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Bookshop API.

    `api_key` defaults to the environment variable `BOOKSHOP_API_KEY`.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(
        self, *, api_key: Secret | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        super().__init__(
            API,
            {"shopKey": ApiKey(api_key, name="X-Shop-Key", env="BOOKSHOP_API_KEY")},
            **options,
        )

    @cached_property
    def books(self) -> Books:
        """What is on the shelves."""
        from .resources.books import Books

        return Books(self)

    @cached_property
    def categories(self) -> Categories:
        """Operations under `categories`."""
        from .resources.categories import Categories

        return Categories(self)

    @cached_property
    def prices(self) -> Prices:
        """Operations under `prices`."""
        from .resources.prices import Prices

        return Prices(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(
        self, *, api_key: AsyncSecret | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        super().__init__(
            API,
            {"shopKey": ApiKey(api_key, name="X-Shop-Key", env="BOOKSHOP_API_KEY")},
            **options,
        )

    @cached_property
    def books(self) -> AsyncBooks:
        """See `Client.books`."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self)

    @cached_property
    def categories(self) -> AsyncCategories:
        """See `Client.categories`."""
        from .resources.categories import AsyncCategories

        return AsyncCategories(self)

    @cached_property
    def prices(self) -> AsyncPrices:
        """See `Client.prices`."""
        from .resources.prices import AsyncPrices

        return AsyncPrices(self)
