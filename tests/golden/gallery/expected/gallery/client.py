"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.streaming import AsyncStreamingClient, StreamingClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from .resources.changes import AsyncChanges, Changes
    from .resources.exports import AsyncExports, Exports
    from .resources.pictures import AsyncPictures, Pictures

API = Api(
    name="gallery",
    version="0.1.0",
    servers=("https://gallery.example/v1",),
    errors=STATUS_ERRORS,
)


class Client(StreamingClient):
    """A blocking client of the Gallery API.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). An event may have 128 MiB (`max_event_bytes`). Up
    to 1000 connections are open, and 100 of them kept for 30 seconds.
    """

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def changes(self) -> Changes:
        """Operations under `changes`."""
        from .resources.changes import Changes

        return Changes(self)

    @cached_property
    def exports(self) -> Exports:
        """Operations under `exports`."""
        from .resources.exports import Exports

        return Exports(self)

    @cached_property
    def pictures(self) -> Pictures:
        """Operations under `pictures`."""
        from .resources.pictures import Pictures

        return Pictures(self)


class AsyncClient(AsyncStreamingClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def changes(self) -> AsyncChanges:
        """See `Client.changes`."""
        from .resources.changes import AsyncChanges

        return AsyncChanges(self)

    @cached_property
    def exports(self) -> AsyncExports:
        """See `Client.exports`."""
        from .resources.exports import AsyncExports

        return AsyncExports(self)

    @cached_property
    def pictures(self) -> AsyncPictures:
        """See `Client.pictures`."""
        from .resources.pictures import AsyncPictures

        return AsyncPictures(self)
