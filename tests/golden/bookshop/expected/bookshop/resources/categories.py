"""`client.categories`: Operations under `categories`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions
    from ..models.category import Category

__all__ = [
    "AsyncCategories",
    "Categories",
    "CategoriesRequests",
]


class CategoriesRequests(Requests):
    """The requests of `client.categories`, as values."""

    @staticmethod
    def get_tree() -> Request[Category]:
        """Build the request of `get_tree`."""
        from ..models.category import Category

        return Request(
            operation="categories.get_tree",
            method="GET",
            path="/categories",
            returns=Category,
        )


class Categories(Resource):
    """Operations under `categories`."""

    requests = CategoriesRequests

    def get_tree(self, *, request_options: RequestOptions | None = None) -> Category:
        """Get tree category.

        `GET /categories`
        """
        return self._client.send(self.requests.get_tree(), request_options).value


class AsyncCategories(AsyncResource):
    """The async twin of `Categories`."""

    requests = CategoriesRequests

    async def get_tree(
        self, *, request_options: RequestOptions | None = None
    ) -> Category:
        """See `Categories.get_tree`."""
        return (
            await self._client.send(self.requests.get_tree(), request_options)
        ).value
