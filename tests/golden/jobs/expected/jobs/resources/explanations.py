"""`client.explanations`: Operations under `explanations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.body import json_body
from .._runtime.keywords import Requests
from .._runtime.request import Request, StreamRequest
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._runtime.async_streams import AsyncStream
    from .._runtime.options import RequestOptions
    from .._runtime.streams import Stream
    from ..models.explanation import Explanation
    from ..models.words import Words
    from ..params.explanation_create import ExplanationCreateParams

__all__ = [
    "AsyncExplanations",
    "Explanations",
    "ExplanationsRequests",
]


class ExplanationsRequests(Requests):
    """The requests of `client.explanations`, as values."""

    @staticmethod
    def create(**params: Unpack[ExplanationCreateParams]) -> Request[Explanation]:
        """Build the request of `create`."""
        from ..models.explanation import Explanation

        return Request(
            operation="explanations.create",
            method="POST",
            path="/explain",
            body=json_body(params),
            returns=Explanation,
        )

    @staticmethod
    def create_stream(
        **params: Unpack[ExplanationCreateParams],
    ) -> StreamRequest[Words]:
        """Build the request of `create_stream`."""
        from ..models.words import Words

        return StreamRequest(
            operation="explanations.create_stream",
            method="POST",
            path="/explain",
            body=json_body(params, fixed={"stream": True}),
            returns=Words,
            terminator="[DONE]",
        )


class Explanations(StreamingResource):
    """Operations under `explanations`."""

    requests = ExplanationsRequests

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ExplanationCreateParams],
    ) -> Explanation:
        """Explain in words why a job failed.

        `POST /explain`
        """
        return self._client.send(self.requests.create(**params), request_options).value

    def create_stream(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ExplanationCreateParams],
    ) -> Stream[Words]:
        """Like `create`, but yield the response while it is being written."""
        return self._client.stream(
            self.requests.create_stream(**params), request_options
        )


class AsyncExplanations(AsyncStreamingResource):
    """The async twin of `Explanations`."""

    requests = ExplanationsRequests

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ExplanationCreateParams],
    ) -> Explanation:
        """See `Explanations.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value

    def create_stream(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ExplanationCreateParams],
    ) -> AsyncStream[Words]:
        """See `Explanations.create_stream`."""
        return self._client.stream(
            self.requests.create_stream(**params), request_options
        )
