"""`client.scans`: Operations under `scans`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.async_downloads import AsyncDownload
from .._runtime.binary import binary_body
from .._runtime.downloads import Download
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..models.ticket import Ticket
    from ..params.scan_create import ScanCreateParams

__all__ = [
    "AsyncScans",
    "Scans",
    "ScansRequests",
]


class ScansRequests(Requests):
    """The requests of `client.scans`, as values."""

    @staticmethod
    def get() -> Request[bytes]:
        """Build the request of `get`."""
        return Request(
            operation="scans.get",
            method="GET",
            path="/scans",
            returns=bytes,
            accept="image/png",
        )

    @staticmethod
    def create(**params: Unpack[ScanCreateParams]) -> Request[Ticket]:
        """Build the request of `create`."""
        from ..models.ticket import Ticket

        return Request(
            operation="scans.create",
            method="POST",
            path="/scans",
            body=binary_body(params["body"], media_type="image/png"),
            returns=Ticket,
        )


class Scans(Resource):
    """Operations under `scans`."""

    requests = ScansRequests

    def get(self, *, request_options: RequestOptions | None = None) -> bytes:
        """Get scan.

        `GET /scans`
        """
        return self._client.send(self.requests.get(), request_options).value

    def get_stream(self, *, request_options: RequestOptions | None = None) -> Download:
        """Like `get`, but hand out the bytes while they arrive, or save them to a
        file.
        """
        return self._client.open(Download, self.requests.get(), request_options)

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ScanCreateParams],
    ) -> Ticket:
        """Create scan.

        `POST /scans`
        """
        return self._client.send(self.requests.create(**params), request_options).value


class AsyncScans(AsyncResource):
    """The async twin of `Scans`."""

    requests = ScansRequests

    async def get(self, *, request_options: RequestOptions | None = None) -> bytes:
        """See `Scans.get`."""
        return (await self._client.send(self.requests.get(), request_options)).value

    def get_stream(
        self, *, request_options: RequestOptions | None = None
    ) -> AsyncDownload:
        """See `Scans.get_stream`."""
        return self._client.open(AsyncDownload, self.requests.get(), request_options)

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ScanCreateParams],
    ) -> Ticket:
        """See `Scans.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value
