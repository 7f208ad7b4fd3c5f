"""What methods of the async client return that list something page by page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Never

from typing_extensions import TypeVar

from .pages import misused, not_negative
from .paging import Walk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Self

    from .client import AsyncBaseClient
    from .options import RequestOptions
    from .paging import Page, PagedRequest

Item = TypeVar("Item")
Answer = TypeVar("Answer")
H = TypeVar("H", bound=Mapping[str, str], default=Mapping[str, str])


class AsyncPages(Generic[Item, Answer, H]):
    """The async twin of `Pages`.

    >>> async for pet in client.pets.list():
    ...     print(pet.name)
    """

    def __init__(
        self,
        client: AsyncBaseClient,
        request: PagedRequest[Item, Answer, H],
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._request = request
        self._options = options

    def __aiter__(self) -> AsyncIterator[Item]:
        return self.items()

    def items(
        self, *, max_items: int | None = None, start: str | None = None
    ) -> AsyncIterator[Item]:
        """See `Pages.items`."""
        return _Items(self.by_page(start=start), max_items)

    def by_page(
        self, *, start: str | None = None
    ) -> AsyncIterator[Page[Item, Answer, H]]:
        """See `Pages.by_page`."""
        return _ByPage(self._client, Walk(self._request, self._options, start))

    async def first(self, *, start: str | None = None) -> Page[Item, Answer, H]:
        """See `Pages.first`."""
        return await anext(self.by_page(start=start))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._request.operation}>"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Never:
            raise AttributeError(misused(self._request.operation, name))

        def __await__(self) -> Never:
            raise TypeError(
                f"{self._request.operation}() is not awaited: loop over it with "
                f"`async for`, or await its first() for a page"
            )


# Generators that are left half-way are closed by the event loop, and trio warns of
# them; these have nothing to close.


class _ByPage(Generic[Item, Answer, H]):
    def __init__(self, client: AsyncBaseClient, walk: Walk[Item, Answer, H]) -> None:
        self._client = client
        self._walk = walk

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[Item, Answer, H]:
        request = self._walk.turn()
        if request is None:
            raise StopAsyncIteration
        return self._walk.page(await self._client.send(request, self._walk.options))


class _Items(Generic[Item]):
    def __init__(
        self, pages: AsyncIterator[Page[Item, Any, Any]], max_items: int | None
    ) -> None:
        self._pages = pages
        self._ready: Iterator[Item] = iter(())
        self._left = not_negative(max_items)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        if self._left == 0:
            raise StopAsyncIteration
        item = await self._next()
        if self._left is not None:
            self._left -= 1
        return item

    async def _next(self) -> Item:
        while True:
            for item in self._ready:
                return item
            self._ready = iter((await anext(self._pages)).items)
