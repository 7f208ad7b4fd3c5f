"""`client.pages`: Operations under `pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.binary import binary_body
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.multipart import Part, multipart_body
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..params.page_batch import PageBatchParams
    from ..params.page_create import PageCreateParams

__all__ = [
    "AsyncPages",
    "Pages",
    "PagesRequests",
]


class PagesRequests(Requests):
    """The requests of `client.pages`, as values."""

    @staticmethod
    def create(**params: Unpack[PageCreateParams]) -> Request[None]:
        """Build the request of `create`."""
        return Request(
            operation="pages.create",
            method="POST",
            path="/pages",
            body=multipart_body(
                params,
                parts={
                    "cover": Part(
                        content_type="image/png, image/jpeg",
                        headers={"X-Side": "front"},
                    ),
                    "note": Part(content_type="application/json"),
                    "pictures": Part(content_type="image/png"),
                    "signature": Part(base64=True),
                    "sizes": Part(style="form", explode=False),
                },
                files=("cover", "pictures", "scan"),
            ),
            returns=None,
        )

    @staticmethod
    def batch(**params: Unpack[PageBatchParams]) -> Request[None]:
        """Build the request of `batch`."""
        return Request(
            operation="pages.batch",
            method="POST",
            path="/pages/batch",
            body=binary_body(params["body"], media_type="multipart/mixed"),
            returns=None,
        )


class Pages(Resource):
    """Operations under `pages`."""

    requests = PagesRequests

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PageCreateParams],
    ) -> None:
        """Create page.

        `POST /pages`
        """
        self._client.send(self.requests.create(**params), request_options)

    def batch(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PageBatchParams],
    ) -> None:
        """Batch page.

        `POST /pages/batch`
        """
        self._client.send(self.requests.batch(**params), request_options)


class AsyncPages(AsyncResource):
    """The async twin of `Pages`."""

    requests = PagesRequests

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PageCreateParams],
    ) -> None:
        """See `Pages.create`."""
        await self._client.send(self.requests.create(**params), request_options)

    async def batch(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PageBatchParams],
    ) -> None:
        """See `Pages.batch`."""
        await self._client.send(self.requests.batch(**params), request_options)
