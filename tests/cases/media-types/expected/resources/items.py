"""`client.items`: Operations under `items`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack, overload

from .._runtime.binary import binary_body
from .._runtime.body import json_body, json_value, unless_empty
from .._runtime.choose import choose, keywords, whole
from .._runtime.forms import form_body
from .._runtime.json_lines_body import json_lines_body
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request
from .._runtime.text_bodies import text_body

if TYPE_CHECKING:
    from typing import Any

    from .._runtime.options import RequestOptions
    from ..params.item_create import ItemCreateBodyParams, ItemCreateParams
    from ..params.item_delete import ItemDeleteParams
    from ..params.item_describe import ItemDescribeParams
    from ..params.item_replace import ItemReplaceParams

__all__ = [
    "AsyncItems",
    "Items",
    "ItemsRequests",
]


class ItemsRequests(Requests):
    """The requests of `client.items`, as values."""

    @staticmethod
    def replace(**params: Unpack[ItemReplaceParams]) -> Request[None]:
        """Build the request of `replace`."""
        return Request(
            operation="items.replace",
            method="PUT",
            path="/items",
            body=json_lines_body(params["body"]),
            returns=None,
        )

    @overload
    @staticmethod
    def create(**params: Unpack[ItemCreateParams]) -> Request[None]: ...

    @overload
    @staticmethod
    def create(**params: Unpack[ItemCreateBodyParams]) -> Request[None]: ...

    @staticmethod
    def create(**params: Any) -> Request[None]:
        """Build the request of `create`."""
        from ..params.item_create import ItemCreateParams

        return Request(
            operation="items.create",
            method="POST",
            path="/items",
            body=choose(
                params,
                {
                    "application/json": keywords(json_body, ItemCreateParams),
                    "application/x-www-form-urlencoded": keywords(
                        form_body, ItemCreateParams
                    ),
                    "application/xml": whole(text_body, "text"),
                    "text/csv": whole(text_body, "text"),
                    "application/zip": whole(binary_body, "bytes"),
                },
            ),
            returns=None,
        )

    @staticmethod
    def delete(**params: Unpack[ItemDeleteParams]) -> Request[None]:
        """Build the request of `delete`."""
        return Request(
            operation="items.delete",
            method="DELETE",
            path="/items",
            body=json_value(params["body"]),
            returns=None,
        )

    @staticmethod
    def describe(**params: Unpack[ItemDescribeParams]) -> Request[None]:
        """Build the request of `describe`."""
        return Request(
            operation="items.describe",
            method="PATCH",
            path="/items",
            body=unless_empty(json_body(params)),
            returns=None,
        )


class Items(Resource):
    """Operations under `items`."""

    requests = ItemsRequests

    def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemReplaceParams],
    ) -> None:
        """Replace item.

        `PUT /items`
        """
        self._client.send(self.requests.replace(**params), request_options)

    @overload
    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemCreateParams],
    ) -> None: ...

    @overload
    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemCreateBodyParams],
    ) -> None: ...

    def create(
        self, *, request_options: RequestOptions | None = None, **params: Any
    ) -> None:
        """Create item.

        `POST /items`
        """
        self._client.send(self.requests.create(**params), request_options)

    def delete(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemDeleteParams],
    ) -> None:
        """Delete item.

        `DELETE /items`
        """
        self._client.send(self.requests.delete(**params), request_options)

    def describe(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemDescribeParams],
    ) -> None:
        """Describe item.

        `PATCH /items`
        """
        self._client.send(self.requests.describe(**params), request_options)


class AsyncItems(AsyncResource):
    """The async twin of `Items`."""

    requests = ItemsRequests

    async def replace(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemReplaceParams],
    ) -> None:
        """See `Items.replace`."""
        await self._client.send(self.requests.replace(**params), request_options)

    @overload
    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemCreateParams],
    ) -> None: ...

    @overload
    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemCreateBodyParams],
    ) -> None: ...

    async def create(
        self, *, request_options: RequestOptions | None = None, **params: Any
    ) -> None:
        """See `Items.create`."""
        await self._client.send(self.requests.create(**params), request_options)

    async def delete(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemDeleteParams],
    ) -> None:
        """See `Items.delete`."""
        await self._client.send(self.requests.delete(**params), request_options)

    async def describe(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ItemDescribeParams],
    ) -> None:
        """See `Items.describe`."""
        await self._client.send(self.requests.describe(**params), request_options)
