"""What methods of the client return that list something page by page."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, islice
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

        Raises:
            Error: A page cannot be fetched; see the tree in `errors`.
        """
        parts = map(_items, self.by_page(start=start))
        return islice(chain.from_iterable(parts), max_items)

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


class _ByPage(Generic[Item, Answer, H]):
    # A generator would end with the first error; this can be asked again.
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


def _items(page: Page[Item, Any, Any]) -> list[Item]:
    return page.items


def misused(operation: str, name: str) -> str:
    """Say where an attribute is that was looked for in pages."""
    return (
        f"{operation}() returns pages, which have no {name!r}: loop over them for "
        f"items, or ask first() for a page, whose value is the whole answer"
    )
