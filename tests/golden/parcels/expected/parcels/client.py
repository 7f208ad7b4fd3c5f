"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.client import AsyncBaseClient, BaseClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from .resources.moves import AsyncMoves, Moves
    from .resources.parcels import AsyncParcels, Parcels
    from .resources.returns import AsyncReturns, Returns

API = Api(
    name="parcels",
    version="0.1.0",
    servers=("https://api.parcels.example",),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Parcels API.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def moves(self) -> Moves:
        """Operations under `moves`."""
        from .resources.moves import Moves

        return Moves(self)

    @cached_property
    def parcels(self) -> Parcels:
        """Operations under `parcels`."""
        from .resources.parcels import Parcels

        return Parcels(self)

    @cached_property
    def returns(self) -> Returns:
        """Operations under `returns`."""
        from .resources.returns import Returns

        return Returns(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def moves(self) -> AsyncMoves:
        """See `Client.moves`."""
        from .resources.moves import AsyncMoves

        return AsyncMoves(self)

    @cached_property
    def parcels(self) -> AsyncParcels:
        """See `Client.parcels`."""
        from .resources.parcels import AsyncParcels

        return AsyncParcels(self)

    @cached_property
    def returns(self) -> AsyncReturns:
        """See `Client.returns`."""
        from .resources.returns import AsyncReturns

        return AsyncReturns(self)
