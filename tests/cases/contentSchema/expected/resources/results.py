"""`client.results`: Operations under `results`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.event_types import UnknownEvent
from .._runtime.integers import IntegerText
from .._runtime.keywords import Requests
from .._runtime.request import Request, StreamRequest
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._runtime.async_streams import AsyncStream
    from .._runtime.options import RequestOptions
    from .._runtime.streams import Stream
    from .._runtime.text_types import datetime
    from ..models.progress import Progress
    from ..models.result import Result

__all__ = [
    "AsyncResults",
    "Results",
    "ResultsRequests",
]


class ResultsRequests(Requests):
    """The requests of `client.results`, as values."""

    @staticmethod
    def get() -> Request[Result]:
        """Build the request of `get`."""
        from ..models.result import Result

        return Request(
            operation="results.get",
            method="GET",
            path="/results",
            returns=Result,
        )

    @staticmethod
    def watch() -> StreamRequest[Progress]:
        """Build the request of `watch`."""
        from ..models.progress import Progress

        return StreamRequest(
            operation="results.watch",
            method="GET",
            path="/results/events",
            returns=Progress,
        )

    @staticmethod
    def list_times() -> StreamRequest[datetime.datetime | IntegerText | UnknownEvent]:
        """Build the request of `list_times`."""
        from .._runtime.text_types import datetime

        return StreamRequest(
            operation="results.list_times",
            method="GET",
            path="/results/times",
            returns=None,
            events={"at": datetime.datetime, "count": IntegerText},
        )


class Results(StreamingResource):
    """Operations under `results`."""

    requests = ResultsRequests

    def get(self, *, request_options: RequestOptions | None = None) -> Result:
        """Get result.

        `GET /results`
        """
        return self._client.send(self.requests.get(), request_options).value

    def watch(
        self, *, request_options: RequestOptions | None = None
    ) -> Stream[Progress]:
        """Watch result.

        `GET /results/events`
        """
        return self._client.stream(self.requests.watch(), request_options)

    def list_times(
        self, *, request_options: RequestOptions | None = None
    ) -> Stream[datetime.datetime | IntegerText | UnknownEvent]:
        """List times result.

        `GET /results/times`
        """
        return self._client.stream(self.requests.list_times(), request_options)


class AsyncResults(AsyncStreamingResource):
    """The async twin of `Results`."""

    requests = ResultsRequests

    async def get(self, *, request_options: RequestOptions | None = None) -> Result:
        """See `Results.get`."""
        return (await self._client.send(self.requests.get(), request_options)).value

    def watch(
        self, *, request_options: RequestOptions | None = None
    ) -> AsyncStream[Progress]:
        """See `Results.watch`."""
        return self._client.stream(self.requests.watch(), request_options)

    def list_times(
        self, *, request_options: RequestOptions | None = None
    ) -> AsyncStream[datetime.datetime | IntegerText | UnknownEvent]:
        """See `Results.list_times`."""
        return self._client.stream(self.requests.list_times(), request_options)
