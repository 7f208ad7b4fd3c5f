"""`client.paints`: Operations under `paints`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.header_parameters import (
    cookie_pair,
    cookie_string,
    header_field,
    header_fields,
)
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.paths import expand_path, label, matrix, simple
from .._runtime.query_styles import deep_object, pipe_delimited, space_delimited
from .._runtime.request import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.options import RequestOptions
    from ..models.mix import Mix
    from ..params.mix import MixParam
    from ..params.paint_list import PaintListParams

__all__ = [
    "AsyncPaints",
    "Paints",
    "PaintsRequests",
]


class PaintsRequests(Requests):
    """The requests of `client.paints`, as values."""

    @staticmethod
    def list(**params: Unpack[PaintListParams]) -> Request[None]:
        """Build the request of `list`."""
        return Request(
            operation="paints.list",
            method="GET",
            path="/paints",
            query=query_string(
                form("color", params.get("color")),
                form("ids", params.get("ids"), explode=False),
                space_delimited("words", params.get("words")),
                pipe_delimited("sizes", params.get("sizes")),
                deep_object("filter", params.get("filter")),
                form("page", params.get("page")),
                form("since", params.get("since")),
                form("back", params.get("back"), allow_reserved=True),
                form("dry", params.get("dry")),
            ),
            headers=header_fields(
                header_field("X-Tags", params.get("x_tags")),
                header_field("X-Mix", params.get("x_mix"), explode=True),
            ),
            cookies=cookie_string(
                cookie_pair("session", params.get("session")),
                cookie_pair("seen", params.get("seen")),
                cookie_pair("theme", params.get("theme"), encode=False),
            ),
            returns=None,
        )

    @staticmethod
    def get(mix: Mix | MixParam, layers: Sequence[str], place: str) -> Request[None]:
        """Build the request of `get`."""
        return Request(
            operation="paints.get",
            method="GET",
            path=expand_path(
                "/paints/{mix}/{layers}/{place}",
                mix=matrix("mix", mix, explode=True),
                layers=label(layers, explode=True),
                place=simple(place, allow_reserved=True),
            ),
            returns=None,
        )


class Paints(Resource):
    """Operations under `paints`."""

    requests = PaintsRequests

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaintListParams],
    ) -> None:
        """List paints.

        `GET /paints`
        """
        self._client.send(self.requests.list(**params), request_options)

    def get(
        self,
        mix: Mix | MixParam,
        layers: Sequence[str],
        place: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Get paint.

        `GET /paints/{mix}/{layers}/{place}`
        """
        self._client.send(self.requests.get(mix, layers, place), request_options)


class AsyncPaints(AsyncResource):
    """The async twin of `Paints`."""

    requests = PaintsRequests

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PaintListParams],
    ) -> None:
        """See `Paints.list`."""
        await self._client.send(self.requests.list(**params), request_options)

    async def get(
        self,
        mix: Mix | MixParam,
        layers: Sequence[str],
        place: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """See `Paints.get`."""
        await self._client.send(self.requests.get(mix, layers, place), request_options)
