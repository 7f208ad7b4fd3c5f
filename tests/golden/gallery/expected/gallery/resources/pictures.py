"""`client.pictures`: Operations under `pictures`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.async_downloads import AsyncDownload
from .._runtime.body import json_body
from .._runtime.downloads import Download
from .._runtime.keywords import Requests
from .._runtime.media_choice import ByMediaType
from .._runtime.parameters import form, query_string
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request, StreamRequest
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    import builtins

    from .._runtime.async_streams import AsyncStream
    from .._runtime.options import RequestOptions
    from .._runtime.streams import Stream
    from ..headers import (
        EtagHeaders,
        LocationHeaders,
        RateLimitAndMoreHeaders,
        RateLimitHeaders,
    )
    from ..models.picture import Picture
    from ..models.piece import Piece
    from ..models.waiting import Waiting
    from ..params.picture_create import PictureCreateParams
    from ..params.picture_list import PictureListParams

__all__ = [
    "AsyncPictures",
    "Pictures",
    "PicturesRequests",
]


class PicturesRequests(Requests):
    """The requests of `client.pictures`, as values."""

    @staticmethod
    def list(
        **params: Unpack[PictureListParams],
    ) -> Request[builtins.list[Picture] | str, RateLimitAndMoreHeaders]:
        """Build the request of `list`."""
        from ..headers import RateLimitAndMoreHeaders
        from ..models.picture import Picture
        from ..models.problem import Problem
        from ..models.refusal import Refusal

        return Request(
            operation="pictures.list",
            method="GET",
            path="/pictures",
            query=query_string(form("page", params.get("page"))),
            returns=ByMediaType({"application/json": list[Picture], "text/csv": str}),
            errors={
                4: ByMediaType(
                    {
                        "application/problem+json": Problem,
                        "application/vnd.gallery.refusal+json": Refusal,
                    }
                )
            },
            accept="application/json, text/csv;q=0.9",
            response_headers=RateLimitAndMoreHeaders,
        )

    @staticmethod
    def create(
        **params: Unpack[PictureCreateParams],
    ) -> Request[Picture | Waiting | None, LocationHeaders]:
        """Build the request of `create`."""
        from ..headers import LocationHeaders
        from ..models.picture import Picture
        from ..models.waiting import Waiting

        return Request(
            operation="pictures.create",
            method="POST",
            path="/pictures",
            body=json_body(params),
            returns={
                201: ByMediaType({"application/json": Picture, "application/xml": str}),
                202: Waiting,
                204: None,
            },
            response_headers=LocationHeaders,
        )

    @staticmethod
    def get(id: str) -> Request[Picture, RateLimitHeaders]:
        """Build the request of `get`."""
        from ..headers import RateLimitHeaders
        from ..models.picture import Picture

        return Request(
            operation="pictures.get",
            method="GET",
            path=expand_path("/pictures/{id}", id=simple(id)),
            returns=ByMediaType({"*/*": Picture}),
            errors={404: str},
            accept="application/json, */*;q=0.9",
            response_headers=RateLimitHeaders,
        )

    @staticmethod
    def check(id: str) -> Request[None, EtagHeaders]:
        """Build the request of `check`."""
        from ..headers import EtagHeaders

        return Request(
            operation="pictures.check",
            method="HEAD",
            path=expand_path("/pictures/{id}", id=simple(id)),
            returns=None,
            response_headers=EtagHeaders,
        )

    @staticmethod
    def read_aloud(id: str) -> Request[bytes]:
        """Build the request of `read_aloud`."""
        return Request(
            operation="pictures.read_aloud",
            method="POST",
            path=expand_path("/pictures/{id}/caption", id=simple(id)),
            returns=bytes,
            accept="audio/mpeg",
        )

    @staticmethod
    def read_aloud_stream(id: str) -> StreamRequest[Piece]:
        """Build the request of `read_aloud_stream`."""
        from ..models.piece import Piece

        return StreamRequest(
            operation="pictures.read_aloud_stream",
            method="POST",
            path=expand_path("/pictures/{id}/caption", id=simple(id)),
            returns=Piece,
        )

    @staticmethod
    def get_file(id: str) -> Request[bytes]:
        """Build the request of `get_file`."""
        from ..models.refusal import Refusal

        return Request(
            operation="pictures.get_file",
            method="GET",
            path=expand_path("/pictures/{id}/file", id=simple(id)),
            returns=bytes,
            errors={404: Refusal},
            accept="application/pdf, image/*;q=0.9",
        )


class Pictures(StreamingResource):
    """Operations under `pictures`."""

    requests = PicturesRequests

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureListParams],
    ) -> builtins.list[Picture] | str:
        """List pictures, as JSON or as a table.

        `GET /pictures`

        Raises:
            StatusError: It went wrong.
        """
        return self._client.send(self.requests.list(**params), request_options).value

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureCreateParams],
    ) -> Picture | Waiting | None:
        """Create picture.

        `POST /pictures`
        """
        return self._client.send(self.requests.create(**params), request_options).value

    def get(self, id: str, *, request_options: RequestOptions | None = None) -> Picture:
        """Get picture.

        `GET /pictures/{id}`

        Raises:
            NotFoundError: There is none.
        """
        return self._client.send(self.requests.get(id), request_options).value

    def check(self, id: str, *, request_options: RequestOptions | None = None) -> None:
        """Check picture.

        `HEAD /pictures/{id}`
        """
        self._client.send(self.requests.check(id), request_options)

    def read_aloud(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> bytes:
        """Read the caption aloud.

        `POST /pictures/{id}/caption`
        """
        return self._client.send(self.requests.read_aloud(id), request_options).value

    def read_aloud_stream(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> Stream[Piece]:
        """Like `read_aloud`, but yield the response while it is being written."""
        return self._client.stream(self.requests.read_aloud_stream(id), request_options)

    def read_aloud_download(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> Download:
        """Like `read_aloud`, but hand out the bytes while they arrive, or save them to
        a file.
        """
        return self._client.open(
            Download, self.requests.read_aloud(id), request_options
        )

    def get_file(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> bytes:
        """Get the picture itself.

        `GET /pictures/{id}/file`

        Raises:
            NotFoundError: There is none.
        """
        return self._client.send(self.requests.get_file(id), request_options).value

    def get_file_stream(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> Download:
        """Like `get_file`, but hand out the bytes while they arrive, or save them to a
        file.
        """
        return self._client.open(Download, self.requests.get_file(id), request_options)


class AsyncPictures(AsyncStreamingResource):
    """The async twin of `Pictures`."""

    requests = PicturesRequests

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureListParams],
    ) -> builtins.list[Picture] | str:
        """See `Pictures.list`."""
        return (
            await self._client.send(self.requests.list(**params), request_options)
        ).value

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PictureCreateParams],
    ) -> Picture | Waiting | None:
        """See `Pictures.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value

    async def get(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> Picture:
        """See `Pictures.get`."""
        return (await self._client.send(self.requests.get(id), request_options)).value

    async def check(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """See `Pictures.check`."""
        await self._client.send(self.requests.check(id), request_options)

    async def read_aloud(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> bytes:
        """See `Pictures.read_aloud`."""
        return (
            await self._client.send(self.requests.read_aloud(id), request_options)
        ).value

    def read_aloud_stream(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> AsyncStream[Piece]:
        """See `Pictures.read_aloud_stream`."""
        return self._client.stream(self.requests.read_aloud_stream(id), request_options)

    def read_aloud_download(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> AsyncDownload:
        """See `Pictures.read_aloud_download`."""
        return self._client.open(
            AsyncDownload, self.requests.read_aloud(id), request_options
        )

    async def get_file(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> bytes:
        """See `Pictures.get_file`."""
        return (
            await self._client.send(self.requests.get_file(id), request_options)
        ).value

    def get_file_stream(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> AsyncDownload:
        """See `Pictures.get_file_stream`."""
        return self._client.open(
            AsyncDownload, self.requests.get_file(id), request_options
        )
