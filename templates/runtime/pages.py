"""What methods of the client return that list something page by page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Never

from typing_extensions import TypeVar

from .paging import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from .client import BaseClient
    from .options import RequestOptions
    from .paging import Page, PagedRequest

Item = TypeVar("Item")
Answer = TypeVar("Answer")
H = TypeVar("H", bound=Mapping[str, str], default=Mapping[str, str])


class Pages(Generic[Item, Answer, H]):
    """The items of a list, over all of its pages.

    Nothing is sent before the first of them is asked for, and no page before it is
    needed. Each loop starts from the first page.

    >>> for pet in client.pets.list():
    ...     print(pet.name)
    """

    def __init__(
        self,
        client: BaseClient,
        request: PagedRequest[Item, Answer, H],
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._request = request
        self._options = options

    def __iter__(self) -> Iterator[Item]:
        return self.items()

    def items(
        self, *, max_items: int | None = None, start: str | None = None
    ) -> Iterator[Item]:
        """Yield the items, no more of them than `max_items`.

        What fails can be asked for again.

        Raises:
            Error: A page cannot be fetched; see the tree in `errors`.
        """
        return _Items(self.by_page(start=start), max_items)

    def by_page(self, *, start: str | None = None) -> Iterator[Page[Item, Answer, H]]:
        """Yield the pages, from the one that a token leads to: the `next` of a page.

        Raises:
            Error: A page cannot be fetched; see the tree in `errors`.
        """
        return _ByPage(self._client, Walk(self._request, self._options, start))

    def first(self, *, start: str | None = None) -> Page[Item, Answer, H]:
        """Return one page: the first, or the one that a token leads to.

        Raises:
            Error: It cannot be fetched; see the tree in `errors`.
        """
        return next(self.by_page(start=start))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._request.operation}>"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Never:
            raise AttributeError(misused(self._request.operation, name))


# Generators, and what itertools has, end with the first error, as if that was all;
# these can be asked again.


class _ByPage(Generic[Item, Answer, H]):
    def __init__(self, client: BaseClient, walk: Walk[Item, Answer, H]) -> None:
        self._client = client
        self._walk = walk

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Page[Item, Answer, H]:
        request = self._walk.turn()
        if request is None:
            raise StopIteration
        return self._walk.page(self._client.send(request, self._walk.options))


class _Items(Generic[Item]):
    def __init__(
        self, pages: Iterator[Page[Item, Any, Any]], max_items: int | None
    ) -> None:
        self._pages = pages
        self._ready: Iterator[Item] = iter(())
        self._left = not_negative(max_items)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        if self._left == 0:
            raise StopIteration
        item = self._next()
        if self._left is not None:
            self._left -= 1
        return item

    def _next(self) -> Item:
        while True:
            for item in self._ready:
                return item
            self._ready = iter(next(self._pages).items)


def not_negative(max_items: int | None) -> int | None:
    """Refuse less than no items.

    Raises:
        ValueError: That is what was asked for.
    """
    if max_items is not None and max_items < 0:
        raise ValueError(f"max_items must be 0 or more, not {max_items}")
    return max_items


def misused(operation: str, name: str) -> str:
    """Say where an attribute is that was looked for in pages."""
    return (
        f"{operation}() returns pages, which have no {name!r}: loop over them for "
        f"items, or ask first() for a page, whose value is the whole answer"
    )
