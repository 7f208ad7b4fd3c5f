"""`client.maps`: Operations under `maps`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Unpack

from .._runtime.forms import form_query
from .._runtime.header_parameters import cookie_string, header_fields, json_field
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.paths import expand_path, json_segment
from .._runtime.query_styles import json_parameter
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..models.place import Place
    from ..params.map_find import MapFindParams
    from ..params.map_get import MapGetParams
    from ..params.place import PlaceParam

__all__ = [
    "AsyncMaps",
    "Maps",
    "MapsRequests",
]


class MapsRequests(Requests):
    """The requests of `client.maps`, as values."""

    @staticmethod
    def find(**params: Unpack[MapFindParams]) -> Request[None]:
        """Build the request of `find`."""
        return Request(
            operation="maps.find",
            method="GET",
            path="/maps",
            query=form_query(
                params.get("search"), encoding={"ids": partial(form, explode=False)}
            ),
            returns=None,
        )

    @staticmethod
    def get(place: Place | PlaceParam, **params: Unpack[MapGetParams]) -> Request[None]:
        """Build the request of `get`."""
        return Request(
            operation="maps.get",
            method="GET",
            path=expand_path("/maps/{place}", place=json_segment(place)),
            query=query_string(
                json_parameter("near", params.get("near")),
                form("words", params.get("words")),
            ),
            headers=header_fields(json_field("X-From", params.get("x_from"))),
            cookies=cookie_string(json_parameter("last", params.get("last"))),
            returns=None,
        )


class Maps(Resource):
    """Operations under `maps`."""

    requests = MapsRequests

    def find(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[MapFindParams],
    ) -> None:
        """Find map.

        `GET /maps`
        """
        self._client.send(self.requests.find(**params), request_options)

    def get(
        self,
        place: Place | PlaceParam,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[MapGetParams],
    ) -> None:
        """Get map.

        `GET /maps/{place}`
        """
        self._client.send(self.requests.get(place, **params), request_options)


class AsyncMaps(AsyncResource):
    """The async twin of `Maps`."""

    requests = MapsRequests

    async def find(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[MapFindParams],
    ) -> None:
        """See `Maps.find`."""
        await self._client.send(self.requests.find(**params), request_options)

    async def get(
        self,
        place: Place | PlaceParam,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[MapGetParams],
    ) -> None:
        """See `Maps.get`."""
        await self._client.send(self.requests.get(place, **params), request_options)
