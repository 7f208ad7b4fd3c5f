"""`client.books`: What is on the shelves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from typing_extensions import deprecated

from .._runtime.body import json_body
from .._runtime.header_parameters import header_field, header_fields
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request

if TYPE_CHECKING:
    import builtins

    from .._runtime.options import RequestOptions
    from ..models.book import Book
    from ..params.book_create import BookCreateParams
    from ..params.book_list import BookListParams

__all__ = [
    "AsyncBooks",
    "Books",
    "BooksRequests",
]


class BooksRequests(Requests):
    """The requests of `client.books`, as values."""

    @staticmethod
    def list(**params: Unpack[BookListParams]) -> Request[builtins.list[Book]]:
        """Build the request of `list`."""
        from ..models.book import Book
        from ..models.problem import Problem

        return Request(
            operation="books.list",
            method="GET",
            path="/books",
            query=query_string(
                form("author", params.get("author")),
                form("ids", params.get("ids"), explode=False),
                form("order", params.get("order")),
                form("published-after", params.get("published_after")),
            ),
            headers=header_fields(
                header_field("X-Shop-Branch", params["x_shop_branch"])
            ),
            returns=list[Book],
            errors={0: Problem},
        )

    @staticmethod
    def create(**params: Unpack[BookCreateParams]) -> Request[Book]:
        """Build the request of `create`."""
        from ..models.book import Book
        from ..models.problem import Problem

        return Request(
            operation="books.create",
            method="POST",
            path="/books",
            body=json_body(
                params,
                renamed={
                    "type": "@type",
                    "class_": "class",
                    "published_on": "publishedOn",
                    "purchase_price": "purchasePrice",
                },
                nullable=("subtitle",),
            ),
            returns=Book,
            errors={409: Problem, 0: Problem},
        )

    @staticmethod
    def get(book_id: int) -> Request[Book]:
        """Build the request of `get`."""
        from ..models.book import Book
        from ..models.problem import Problem

        return Request(
            operation="books.get",
            method="GET",
            path=expand_path("/books/{bookId}", bookId=simple(book_id)),
            returns=Book,
            errors={404: Problem},
        )

    @staticmethod
    def delete(book_id: int) -> Request[None]:
        """Build the request of `delete`."""
        return Request(
            operation="books.delete",
            method="DELETE",
            path=expand_path("/books/{bookId}", bookId=simple(book_id)),
            returns=None,
        )

    @staticmethod
    def get_blurb(book_id: int) -> Request[str]:
        """Build the request of `get_blurb`."""
        return Request(
            operation="books.get_blurb",
            method="GET",
            path=expand_path("/books/{bookId}/blurb", bookId=simple(book_id)),
            returns=str,
            accept="text/plain",
        )

    @staticmethod
    def list_similar(book_id: int) -> Request[builtins.list[Book]]:
        """Build the request of `list_similar`."""
        from ..models.book import Book

        return Request(
            operation="books.list_similar",
            method="GET",
            path=expand_path("/books/{bookId}/similar", bookId=simple(book_id)),
            returns=list[Book],
        )


class Books(Resource):
    """What is on the shelves."""

    requests = BooksRequests

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[BookListParams],
    ) -> builtins.list[Book]:
        """List the books that match, the newest first.

        `GET /books`

        Raises:
            StatusError: What went wrong.
        """
        return self._client.send(self.requests.list(**params), request_options).value

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[BookCreateParams],
    ) -> Book:
        """Put a book on the shelves.

        `POST /books`

        Raises:
            ConflictError: What went wrong.
            StatusError: What went wrong.
        """
        return self._client.send(self.requests.create(**params), request_options).value

    def get(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> Book:
        """Get book.

        `GET /books/{bookId}`

        Raises:
            NotFoundError: What went wrong.
        """
        return self._client.send(self.requests.get(book_id), request_options).value

    @deprecated("The API no longer recommends this operation.")
    def delete(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> None:
        """Take a book off the shelves; archive it instead.

        `DELETE /books/{bookId}`
        """
        self._client.send(self.requests.delete(book_id), request_options)

    def get_blurb(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> str:
        """Get the text of the back cover.

        `GET /books/{bookId}/blurb`
        """
        return self._client.send(
            self.requests.get_blurb(book_id), request_options
        ).value

    def list_similar(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> builtins.list[Book]:
        """List similar book.

        `GET /books/{bookId}/similar`
        """
        return self._client.send(
            self.requests.list_similar(book_id), request_options
        ).value


class AsyncBooks(AsyncResource):
    """The async twin of `Books`."""

    requests = BooksRequests

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[BookListParams],
    ) -> builtins.list[Book]:
        """See `Books.list`."""
        return (
            await self._client.send(self.requests.list(**params), request_options)
        ).value

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[BookCreateParams],
    ) -> Book:
        """See `Books.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value

    async def get(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> Book:
        """See `Books.get`."""
        return (
            await self._client.send(self.requests.get(book_id), request_options)
        ).value

    @deprecated("The API no longer recommends this operation.")
    async def delete(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> None:
        """See `Books.delete`."""
        await self._client.send(self.requests.delete(book_id), request_options)

    async def get_blurb(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> str:
        """See `Books.get_blurb`."""
        return (
            await self._client.send(self.requests.get_blurb(book_id), request_options)
        ).value

    async def list_similar(
        self, book_id: int, *, request_options: RequestOptions | None = None
    ) -> builtins.list[Book]:
        """See `Books.list_similar`."""
        return (
            await self._client.send(
                self.requests.list_similar(book_id), request_options
            )
        ).value
