"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.client import AsyncBaseClient, BaseClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from .resources.berths import AsyncBerths, Berths
    from .resources.ships import AsyncShips, Ships

API = Api(
    name="harbor",
    version="0.1.0",
    servers=("https://harbor.example.com",),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Harbor API.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def berths(self) -> Berths:
        """Operations under `berths`."""
        from .resources.berths import Berths

        return Berths(self)

    @cached_property
    def ships(self) -> Ships:
        """Operations under `ships`."""
        from .resources.ships import Ships

        return Ships(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def berths(self) -> AsyncBerths:
        """See `Client.berths`."""
        from .resources.berths import AsyncBerths

        return AsyncBerths(self)

    @cached_property
    def ships(self) -> AsyncShips:
        """See `Client.ships`."""
        from .resources.ships import AsyncShips

        return AsyncShips(self)
