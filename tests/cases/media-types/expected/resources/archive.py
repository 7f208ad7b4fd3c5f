"""`client.archive`: Operations under `archive`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.binary import binary_body
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request
from .._runtime.text_bodies import text_body

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..params.archive_annotate import ArchiveAnnotateParams
    from ..params.archive_restore import ArchiveRestoreParams

__all__ = [
    "Archive",
    "ArchiveRequests",
    "AsyncArchive",
]


class ArchiveRequests(Requests):
    """The requests of `client.archive`, as values."""

    @staticmethod
    def restore(**params: Unpack[ArchiveRestoreParams]) -> Request[None]:
        """Build the request of `restore`."""
        return Request(
            operation="archive.restore",
            method="PUT",
            path="/archive",
            body=binary_body(params["body"], media_type="application/zip"),
            returns=None,
        )

    @staticmethod
    def annotate(**params: Unpack[ArchiveAnnotateParams]) -> Request[None]:
        """Build the request of `annotate`."""
        return Request(
            operation="archive.annotate",
            method="PATCH",
            path="/archive",
            body=text_body(params["body"], media_type="application/yaml"),
            returns=None,
        )


class Archive(Resource):
    """Operations under `archive`."""

    requests = ArchiveRequests

    def restore(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ArchiveRestoreParams],
    ) -> None:
        """Restore archive.

        `PUT /archive`
        """
        self._client.send(self.requests.restore(**params), request_options)

    def annotate(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ArchiveAnnotateParams],
    ) -> None:
        """Annotate archive.

        `PATCH /archive`
        """
        self._client.send(self.requests.annotate(**params), request_options)


class AsyncArchive(AsyncResource):
    """The async twin of `Archive`."""

    requests = ArchiveRequests

    async def restore(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ArchiveRestoreParams],
    ) -> None:
        """See `Archive.restore`."""
        await self._client.send(self.requests.restore(**params), request_options)

    async def annotate(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ArchiveAnnotateParams],
    ) -> None:
        """See `Archive.annotate`."""
        await self._client.send(self.requests.annotate(**params), request_options)
