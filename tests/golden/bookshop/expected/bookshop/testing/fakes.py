"""A fake of the API, and the scripts of each operation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.fakes import BaseFake, FakeResource
from .._runtime.scripts import Scripted
from ..client import API, AsyncClient, Client

if TYPE_CHECKING:
    import builtins

    from .. import models


class FakeBooks(FakeResource):
    """The scripts of `client.books`."""

    list: Scripted[builtins.list[models.Book]]
    create: Scripted[models.Book]
    get: Scripted[models.Book]
    delete: Scripted[None]
    get_blurb: Scripted[str]
    list_similar: Scripted[builtins.list[models.Book]]


class FakeCategories(FakeResource):
    """The scripts of `client.categories`."""

    get_tree: Scripted[models.Category]


class FakePrices(FakeResource):
    """The scripts of `client.prices`."""

    replace: Scripted[dict[str, models.Price]]


class FakeApi(BaseFake):
    """A fake of the Bookshop API, for tests of what calls it.

    What `client` and `async_client` ask for is answered as it is scripted:
    `fake.books.list.returns(...)`.
    """

    _api = API
    books: FakeBooks
    categories: FakeCategories
    prices: FakePrices

    @cached_property
    def client(self) -> Client:
        """A client that is answered by the scripts."""
        return Client(api_key="test", **self._options(self.http_client))

    @cached_property
    def async_client(self) -> AsyncClient:
        """The async twin of `client`."""
        return AsyncClient(api_key="test", **self._options(self.async_http_client))
