"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.client import AsyncBaseClient, BaseClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from .resources.pages import AsyncPagesResource, PagesResource

API = Api(
    name="case_servers_relative",
    version="0.1.0",
    servers=("https://wiki.example/api/v1",),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Wiki API.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def pages(self) -> PagesResource:
        """Operations under `pages`."""
        from .resources.pages import PagesResource

        return PagesResource(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        super().__init__(API, {}, **options)

    @cached_property
    def pages(self) -> AsyncPagesResource:
        """See `Client.pages`."""
        from .resources.pages import AsyncPagesResource

        return AsyncPagesResource(self)
