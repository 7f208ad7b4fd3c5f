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


class FakeForecast(FakeResource):
    """The scripts of `client.forecast`."""

    get: Scripted[models.Forecast]


class FakeRadar(FakeResource):
    """The scripts of `client.radar`."""

    get: Scripted[bytes]


class FakeStations(FakeResource):
    """The scripts of `client.stations`."""

    measurements: FakeStationsMeasurements


class FakeStationsMeasurements(FakeResource):
    """The scripts of `client.stations.measurements`."""

    list: Scripted[builtins.list[models.Measurement]]
    create: Scripted[models.Measurement]


class FakeApi(BaseFake):
    """A fake of the Weather Service API, for tests of what calls it.

    What `client` and `async_client` ask for is answered as it is scripted:
    `fake.forecast.get.returns(...)`.
    """

    _api = API
    forecast: FakeForecast
    radar: FakeRadar
    stations: FakeStations

    @cached_property
    def client(self) -> Client:
        """A client that is answered by the scripts."""
        return Client(
            username="test", password="test", **self._options(self.http_client)
        )

    @cached_property
    def async_client(self) -> AsyncClient:
        """The async twin of `client`."""
        return AsyncClient(
            username="test", password="test", **self._options(self.async_http_client)
        )
