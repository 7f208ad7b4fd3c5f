"""A fake of the API, and the scripts of each operation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.fakes import BaseFake, FakeResource
from .._runtime.scripts import Scripted
from ..client import API, AsyncClient, Client

if TYPE_CHECKING:
    from .. import models


class FakeMoves(FakeResource):
    """The scripts of `client.moves`."""

    create: Scripted[None]


class FakeParcels(FakeResource):
    """The scripts of `client.parcels`."""

    create: Scripted[models.Parcel]


class FakeReturns(FakeResource):
    """The scripts of `client.returns`."""

    create: Scripted[None]


class FakeApi(BaseFake):
    """A fake of the Parcels API, for tests of what calls it.

    What `client` and `async_client` ask for is answered as it is scripted:
    `fake.moves.create.returns(...)`.
    """

    _api = API
    moves: FakeMoves
    parcels: FakeParcels
    returns: FakeReturns

    @cached_property
    def client(self) -> Client:
        """A client that is answered by the scripts."""
        return Client(**self._options(self.http_client))

    @cached_property
    def async_client(self) -> AsyncClient:
        """The async twin of `client`."""
        return AsyncClient(**self._options(self.async_http_client))
