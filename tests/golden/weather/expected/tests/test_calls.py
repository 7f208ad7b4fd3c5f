"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import TypeAlias

from weather import models
from weather._runtime.to_json import to_json
from weather.testing import FakeApi, make

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_forecast_get() -> None:
    expected = make(models.Forecast)
    fake = FakeApi()
    fake.forecast.get.returns(expected)
    client = fake.client

    answer = client.forecast.get(place={"lat": 52.5, "lon": 13.4})

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /forecast"


def test_radar_get() -> None:
    expected = b"\x00\x01"
    fake = FakeApi()
    fake.radar.get.returns(expected, headers={"content-type": "image/png"})
    client = fake.client

    answer = client.radar.get("5/16/10")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /radar/5/16/10"


def test_stations_measurements_list() -> None:
    expected = [make(models.Measurement)]
    fake = FakeApi()
    fake.stations.measurements.list.returns(expected)
    client = fake.client

    answer = client.stations.measurements.list("123e4567-e89b-42d3-a456-426614174000")

    (call,) = fake.calls
    assert answer == expected
    assert (
        call.line == "GET /stations/123e4567-e89b-42d3-a456-426614174000/measurements"
    )


def test_stations_measurements_create() -> None:
    expected = make(models.Measurement)
    fake = FakeApi()
    fake.stations.measurements.create.returns(expected, status=201)
    client = fake.client

    answer = client.stations.measurements.create(
        "123e4567-e89b-42d3-a456-426614174000",
        taken_at="2026-11-05T09:30:00Z",
        celsius=7.5,
    )

    (call,) = fake.calls
    assert answer == expected
    assert (
        call.line == "POST /stations/123e4567-e89b-42d3-a456-426614174000/measurements"
    )
