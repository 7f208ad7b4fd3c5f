"""`client.exports`: Operations under `exports`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.async_downloads import AsyncDownload
from .._runtime.downloads import Download
from .._runtime.keywords import Requests
from .._runtime.request import Request
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncExports",
    "Exports",
    "ExportsRequests",
]


class ExportsRequests(Requests):
    """The requests of `client.exports`, as values."""

    @staticmethod
    def get_latest() -> Request[bytes]:
        """Build the request of `get_latest`."""
        return Request(
            operation="exports.get_latest",
            method="GET",
            path="/exports/latest",
            returns=bytes,
            redirects=(302,),
            accept="*/*",
        )


class Exports(StreamingResource):
    """Operations under `exports`."""

    requests = ExportsRequests

    def get_latest(self, *, request_options: RequestOptions | None = None) -> bytes:
        """Find the newest export.

        `GET /exports/latest`
        """
        return self._client.send(self.requests.get_latest(), request_options).value

    def get_latest_stream(
        self, *, request_options: RequestOptions | None = None
    ) -> Download:
        """Like `get_latest`, but hand out the bytes while they arrive, or save them to
        a file.
        """
        return self._client.open(Download, self.requests.get_latest(), request_options)


class AsyncExports(AsyncStreamingResource):
    """The async twin of `Exports`."""

    requests = ExportsRequests

    async def get_latest(
        self, *, request_options: RequestOptions | None = None
    ) -> bytes:
        """See `Exports.get_latest`."""
        return (
            await self._client.send(self.requests.get_latest(), request_options)
        ).value

    def get_latest_stream(
        self, *, request_options: RequestOptions | None = None
    ) -> AsyncDownload:
        """See `Exports.get_latest_stream`."""
        return self._client.open(
            AsyncDownload, self.requests.get_latest(), request_options
        )
