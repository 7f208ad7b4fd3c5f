"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.basic import BasicAuth
from ._runtime.client import AsyncBaseClient, BaseClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from ._runtime.security import AsyncSecret, Secret
    from .resources.forecast import AsyncForecast, Forecast
    from .resources.radar import AsyncRadar, Radar
    from .resources.stations import AsyncStations, Stations

API = Api(
    name="weather",
    version="0.1.0",
    servers=("https://weather.example/api/v1",),
    security=({"station": ()},),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Weather Service API.

    `username` and `password` default to the environment variables `WEATHER_USERNAME`
    and `WEATHER_PASSWORD`: The id of a station and its key.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: Secret | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "station": BasicAuth(
                    username,
                    password,
                    username_env="WEATHER_USERNAME",
                    env="WEATHER_PASSWORD",
                )
            },
            **options,
        )

    @cached_property
    def forecast(self) -> Forecast:
        """Operations under `forecast`."""
        from .resources.forecast import Forecast

        return Forecast(self)

    @cached_property
    def radar(self) -> Radar:
        """Operations under `radar`."""
        from .resources.radar import Radar

        return Radar(self)

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
        username: str | None = None,
        password: AsyncSecret | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "station": BasicAuth(
                    username,
                    password,
                    username_env="WEATHER_USERNAME",
                    env="WEATHER_PASSWORD",
                )
            },
            **options,
        )

    @cached_property
    def forecast(self) -> AsyncForecast:
        """See `Client.forecast`."""
        from .resources.forecast import AsyncForecast

        return AsyncForecast(self)

    @cached_property
    def radar(self) -> AsyncRadar:
        """See `Client.radar`."""
        from .resources.radar import AsyncRadar

        return AsyncRadar(self)

    @cached_property
    def stations(self) -> AsyncStations:
        """See `Client.stations`."""
        from .resources.stations import AsyncStations

        return AsyncStations(self)
