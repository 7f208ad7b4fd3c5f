"""`client.changes`: Operations under `changes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.json_lines import json_seq
from .._runtime.keywords import Requests
from .._runtime.request import StreamRequest
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._runtime.async_streams import AsyncStream
    from .._runtime.options import RequestOptions
    from .._runtime.streams import Stream
    from ..models.picture import Picture

__all__ = [
    "AsyncChanges",
    "Changes",
    "ChangesRequests",
]


class ChangesRequests(Requests):
    """The requests of `client.changes`, as values."""

    @staticmethod
    def watch() -> StreamRequest[Picture]:
        """Build the request of `watch`."""
        from ..models.picture import Picture

        return StreamRequest(
            operation="changes.watch",
            method="GET",
            path="/changes",
            returns=Picture,
            lines=json_seq,
            accept="application/json-seq, application/jsonl",
        )


class Changes(StreamingResource):
    """Operations under `changes`."""

    requests = ChangesRequests

    def watch(
        self, *, request_options: RequestOptions | None = None
    ) -> Stream[Picture]:
        """Watch what changes.

        `GET /changes`
        """
        return self._client.stream(self.requests.watch(), request_options)


class AsyncChanges(AsyncStreamingResource):
    """The async twin of `Changes`."""

    requests = ChangesRequests

    def watch(
        self, *, request_options: RequestOptions | None = None
    ) -> AsyncStream[Picture]:
        """See `Changes.watch`."""
        return self._client.stream(self.requests.watch(), request_options)
