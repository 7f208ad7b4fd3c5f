"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from ._runtime.api import Api
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.server_choice import ServerChoice, Variable
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from .resources.forecast import AsyncForecast, Forecast
    from .resources.maps import AsyncMaps, Maps
    from .resources.stations import AsyncStations, Stations

API = Api(
    name="case_servers",
    version="0.1.0",
    servers=(
        "https://{region}.weather.example/{version}",
        "https://test.weather.example/{version}",
    ),
    choice=ServerChoice(
        names={"live": 0, "Live server": 0, "Test server": 1},
        variables={
            "region": Variable("eu", ("eu", "us")),
            "version": Variable("v1"),
            "tenant": Variable(None),
        },
    ),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Weather API.

    `server` is one of `live`, `Test server`; the first one if none is given.

    `region` is `eu` by default: Where the stations are.

    `version` is `v1` by default.

    `tenant` has no default.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(
        self,
        *,
        server: Literal["live", "Test server"] | int | None = None,
        region: Literal["eu", "us"] | None = None,
        version: str | None = None,
        tenant: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {},
            server=server,
            variables={"region": region, "version": version, "tenant": tenant},
            **options,
        )

    @cached_property
    def forecast(self) -> Forecast:
        """Operations under `forecast`."""
        from .resources.forecast import Forecast

        return Forecast(self)

    @cached_property
    def maps(self) -> Maps:
        """Operations under `maps`."""
        from .resources.maps import Maps

        return Maps(self)

    @cached_property
    def stations(self) -> Stations:
        """Operations under `stations`."""
        from .resources.stations import Stations

        return Stations(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(
        self,
        *,
        server: Literal["live", "Test server"] | int | None = None,
        region: Literal["eu", "us"] | None = None,
        version: str | None = None,
        tenant: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {},
            server=server,
            variables={"region": region, "version": version, "tenant": tenant},
            **options,
        )

    @cached_property
    def forecast(self) -> AsyncForecast:
        """See `Client.forecast`."""
        from .resources.forecast import AsyncForecast

        return AsyncForecast(self)

    @cached_property
    def maps(self) -> AsyncMaps:
        """See `Client.maps`."""
        from .resources.maps import AsyncMaps

        return AsyncMaps(self)

    @cached_property
    def stations(self) -> AsyncStations:
        """See `Client.stations`."""
        from .resources.stations import AsyncStations

        return AsyncStations(self)
