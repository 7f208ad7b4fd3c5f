"""What clients and resources have beyond others where some operation streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .client import AsyncBaseClient, BaseClient
from .keywords import AsyncResource, Resource

if TYPE_CHECKING:
    from .async_streams import AsyncStream
    from .options import RequestOptions
    from .request import StreamRequest
    from .streams import Stream

T = TypeVar("T")


class StreamingClient(BaseClient):
    """A blocking client that can stream."""

    def stream(
        self, request: StreamRequest[T], options: RequestOptions | None = None
    ) -> Stream[T]:
        """Return the events that answer a request, while they arrive."""
        from .streams import Stream

        return Stream(self._pool, self._call(request, options), request)


class AsyncStreamingClient(AsyncBaseClient):
    """An async client that can stream."""

    def stream(
        self, request: StreamRequest[T], options: RequestOptions | None = None
    ) -> AsyncStream[T]:
        """See `StreamingClient.stream`."""
        from .async_streams import AsyncStream

        return AsyncStream(self._pool, self._call(request, options), request)


class StreamingResource(Resource):
    """A group of operations of a client that can stream."""

    _client: StreamingClient

    def __init__(self, client: StreamingClient) -> None:
        super().__init__(client)


class AsyncStreamingResource(AsyncResource):
    """The async twin of `StreamingResource`."""

    _client: AsyncStreamingClient

    def __init__(self, client: AsyncStreamingClient) -> None:
        super().__init__(client)
