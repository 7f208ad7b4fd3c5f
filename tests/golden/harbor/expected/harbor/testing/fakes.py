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


class FakeBerths(FakeResource):
    """The scripts of `client.berths`."""

    list: Scripted[builtins.list[models.Berth]]


class FakeShips(FakeResource):
    """The scripts of `client.ships`."""

    list: Scripted[builtins.list[models.Vessel]]
    create: Scripted[models.Vessel]
    get: Scripted[models.Vessel]


class FakeApi(BaseFake):
    """A fake of the Harbor API, for tests of what calls it.

    What `client` and `async_client` ask for is answered as it is scripted:
    `fake.berths.list.returns(...)`.
    """

    _api = API
    berths: FakeBerths
    ships: FakeShips

    @cached_property
    def client(self) -> Client:
        """A client that is answered by the scripts."""
        return Client(**self._options(self.http_client))

    @cached_property
    def async_client(self) -> AsyncClient:
        """The async twin of `client`."""
        return AsyncClient(**self._options(self.async_http_client))
