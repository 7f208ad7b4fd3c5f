"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.bearer import BearerToken
from ._runtime.streaming import AsyncStreamingClient, StreamingClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from ._runtime.security import AsyncSecret, Secret
    from .resources.chat import AsyncChat, Chat

API = Api(
    name="fastrouter",
    version="0.1.0",
    servers=("https://api.fastrouter.ai",),
    security=({"bearerAuth": ()},),
    errors=STATUS_ERRORS,
)


class Client(StreamingClient):
    """A blocking client of the FastRouter API Reference.

    `api_key` defaults to the environment variable `FASTROUTER_API_KEY`: FastRouter API
    Key. Get yours at https://fastrouter.ai.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). An event may have 128 MiB (`max_event_bytes`). Up
    to 1000 connections are open, and 100 of them kept for 30 seconds.
    """

    def __init__(
        self, *, api_key: Secret | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        super().__init__(
            API,
            {"bearerAuth": BearerToken(api_key, env="FASTROUTER_API_KEY")},
            **options,
        )

    @cached_property
    def chat(self) -> Chat:
        """Operations under `chat`."""
        from .resources.chat import Chat

        return Chat(self)


class AsyncClient(AsyncStreamingClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(
        self, *, api_key: AsyncSecret | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        super().__init__(
            API,
            {"bearerAuth": BearerToken(api_key, env="FASTROUTER_API_KEY")},
            **options,
        )

    @cached_property
    def chat(self) -> AsyncChat:
        """See `Client.chat`."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)
