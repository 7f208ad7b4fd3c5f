"""`client.pictures`: Operations under `pictures`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack, overload

from .._runtime.binary import binary_body
from .._runtime.body import json_body
from .._runtime.choose import choose, keywords
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.multipart import multipart_body
from .._runtime.request import Request

if TYPE_CHECKING:
    from typing import Any

    from .._runtime.options import RequestOptions
    from ..params.picture_edit import PictureEditMultipartParams, PictureEditParams
    from ..params.picture_replace import PictureReplaceParams

__all__ = [
    "AsyncPictures",
    "Pictures",
    "PicturesRequests",
]


class PicturesRequests(Requests):
    """The requests of `client.pictures`, as values."""

    @staticmethod
    def replace(**params: Unpack[PictureReplaceParams]) -> Request[None]:
        """Build the request of `replace`."""
        return Request(
            operation="pictures.replace",
            method="PUT",
            path="/pictures",
            body=binary_body(params["body"], media_type="image/*"),
            returns=None,
        )

    @overload
    @staticmethod
    def edit(**params: Unpack[PictureEditParams]) -> Request[None]: ...

    @overload
    @staticmethod
    def edit(**params: Unpack[PictureEditMultipartParams]) -> Request[None]: ...

    @staticmethod
    def edit(**params: Any) -> Request[None]:
        """Build the request of `edit`."""
        from ..params.picture_edit import PictureEditMultipartParams, PictureEditParams

        return Request(
            operation="pictures.edit",
            method="POST",
            path="/pictures",
            body=choose(
                params,
                {
                    "application/json": keywords(json_body, PictureEditParams),
                    "multipart/form-data": keywords(
                        multipart_body, PictureEditMultipartParams, files=("picture",)
                    ),
                },
            ),
            returns=None,
        )


class Pictures(Resource):
    """Operations under `pictures`."""

    requests = PicturesRequests

    def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureReplaceParams],
    ) -> None:
        """Replace picture.

        `PUT /pictures`
        """
        self._client.send(self.requests.replace(**params), request_options)

    @overload
    def edit(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureEditParams],
    ) -> None: ...

    @overload
    def edit(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureEditMultipartParams],
    ) -> None: ...

    def edit(
        self, *, request_options: RequestOptions | None = None, **params: Any
    ) -> None:
        """Edit picture.

        `POST /pictures`
        """
        self._client.send(self.requests.edit(**params), request_options)


class AsyncPictures(AsyncResource):
    """The async twin of `Pictures`."""

    requests = PicturesRequests

    async def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureReplaceParams],
    ) -> None:
        """See `Pictures.replace`."""
        await self._client.send(self.requests.replace(**params), request_options)

    @overload
    async def edit(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureEditParams],
    ) -> None: ...

    @overload
    async def edit(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureEditMultipartParams],
    ) -> None: ...

    async def edit(
        self, *, request_options: RequestOptions | None = None, **params: Any
    ) -> None:
        """See `Pictures.edit`."""
        await self._client.send(self.requests.edit(**params), request_options)
