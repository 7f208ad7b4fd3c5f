"""`client.radar`: Operations under `radar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.async_downloads import AsyncDownload
from .._runtime.downloads import Download
from .._runtime.header_parameters import cookie_pair, cookie_string
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..params.radar_get import RadarGetParams

__all__ = [
    "AsyncRadar",
    "Radar",
    "RadarRequests",
]


class RadarRequests(Requests):
    """The requests of `client.radar`, as values."""

    @staticmethod
    def get(tile: str, **params: Unpack[RadarGetParams]) -> Request[bytes]:
        """Build the request of `get`."""
        return Request(
            operation="radar.get",
            method="GET",
            path=expand_path("/radar/{tile}", tile=simple(tile)),
            cookies=cookie_string(cookie_pair("theme", params.get("theme"))),
            returns=bytes,
            accept="image/png",
        )


class Radar(Resource):
    """Operations under `radar`."""

    requests = RadarRequests

    def get(
        self,
        tile: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[RadarGetParams],
    ) -> bytes:
        """Get a radar image.

        `GET /radar/{tile}`
        """
        return self._client.send(
            self.requests.get(tile, **params), request_options
        ).value

    def get_stream(
        self,
        tile: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[RadarGetParams],
    ) -> Download:
        """Like `get`, but hand out the bytes while they arrive, or save them to a
        file.
        """
        return self._client.open(
            Download, self.requests.get(tile, **params), request_options
        )


class AsyncRadar(AsyncResource):
    """The async twin of `Radar`."""

    requests = RadarRequests

    async def get(
        self,
        tile: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[RadarGetParams],
    ) -> bytes:
        """See `Radar.get`."""
        return (
            await self._client.send(self.requests.get(tile, **params), request_options)
        ).value

    def get_stream(
        self,
        tile: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[RadarGetParams],
    ) -> AsyncDownload:
        """See `Radar.get_stream`."""
        return self._client.open(
            AsyncDownload, self.requests.get(tile, **params), request_options
        )
