"""The weather client does what its document says."""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
from collections.abc import Callable
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from golden.answering import Server

CREDENTIALS = {"username": "st", "password": "key"}
STATION = "123e4567-e89b-42d3-a456-426614174000"
MEASUREMENT = {"taken_at": "2026-11-05T09:30:00Z", "celsius": 7.5, "humidity": None}


@pytest.fixture(scope="module")
def weather(use: Callable[[str], ModuleType]) -> ModuleType:
    """Import the package."""
    return use("weather")


def client(weather: ModuleType, server: Server) -> Any:
    """Make a client of a station."""
    return server.client(weather, **CREDENTIALS)


def test_an_object_in_the_query_is_a_deep_object(weather: ModuleType) -> None:
    """And the path of the server stays in front."""
    server = Server({"days": []})
    client(weather, server).forecast.get(place={"lat": 52.5, "lon": 13.4}, days=2)
    query = "place%5Blat%5D=52.5&place%5Blon%5D=13.4&days=2"

    assert f"GET /api/v1/forecast?{query}" == server.asked


def test_an_operation_without_security_sends_no_credentials(
    weather: ModuleType,
) -> None:
    """`security: []` is an answer, and needs none."""
    server = Server({"days": []})
    server.client(weather).forecast.get(place={"lat": 1, "lon": 2})

    assert "authorization" not in server.request.headers


def test_null_of_3_0_is_none(weather: ModuleType) -> None:
    """Beside a type, and beside `allOf` with one reference."""
    day = {"date": "2026-11-05", "sky": "fog", "high": 9, "low": 3, "wind": None}
    windy = {**day, "wind": {"speed": 4}}
    answer = {"days": [day, windy], "warning": None}
    forecast = client(weather, Server(answer)).forecast.get(
        place={"lat": 52.5, "lon": 13.4}
    )

    assert forecast.warning is None
    assert forecast.days[0].wind is None
    assert isinstance(forecast.days[1].wind, weather.models.Wind)
    assert "fog" == forecast.days[0].sky


def test_measurements_are_listed_and_sent_in_one_place(weather: ModuleType) -> None:
    """What a document without operationIds calls them: `list` and `create`."""
    server = Server(MEASUREMENT, status=201)
    station = client(weather, server).stations.measurements
    taken_at = dt.datetime(2026, 11, 5, 9, 30, tzinfo=dt.UTC)
    kept = station.create(UUID(STATION), taken_at=taken_at, celsius=7.5)

    assert f"POST /api/v1/stations/{STATION}/measurements" == server.asked
    assert b"taken_at=2026-11-05T09%3A30%3A00Z&celsius=7.5" == server.request.content
    assert "application/x-www-form-urlencoded" == server.request.headers["content-type"]
    assert taken_at == kept.taken_at


def test_basic_authentication_is_sent(weather: ModuleType) -> None:
    """The name and the key, as RFC 7617 has them."""
    server = Server([MEASUREMENT])
    client(weather, server).stations.measurements.list(STATION)

    assert (
        f"Basic {base64.b64encode(b'st:key').decode()}"
        == (server.request.headers["authorization"])
    )


def test_an_image_is_bytes(weather: ModuleType) -> None:
    """A path parameter stays one segment, and a cookie is sent."""
    server = Server(b"\x89PNG", "image/png")
    image = client(weather, server).radar.get("5/16/10", theme="dark")

    assert b"\x89PNG" == image
    assert "GET /api/v1/radar/5%2F16%2F10" == server.asked
    assert "theme=dark" == server.request.headers["cookie"]


def test_the_async_client_answers_the_same(weather: ModuleType) -> None:
    """Awaited."""
    server = Server([MEASUREMENT])

    async def get() -> Any:
        async with server.async_client(weather, **CREDENTIALS) as asked:
            return await asked.stations.measurements.list(STATION)

    assert 7.5 == asyncio.run(get())[0].celsius
