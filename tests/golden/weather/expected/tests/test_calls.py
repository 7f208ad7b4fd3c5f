"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import httpx2
from weather import Client
from weather._runtime.to_json import to_json

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


class Server:
    """Gives every request one answer, and remembers what was asked."""

    def __init__(self, status: int, content_type: str, answer: object) -> None:
        self._status = status
        self._headers = {"content-type": content_type}
        self._answer = answer
        self.method = ""
        self.line = ""
        self.query: dict[str, str] = {}
        self.headers: dict[str, str] = {}
        self.content = b""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.method = request.method
        self.line = f"{request.method} {request.url.path}"
        self.query = dict(request.url.params)
        self.headers = dict(request.headers)
        self.content = request.read()
        answer = self._answer
        content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        return httpx2.Response(self._status, headers=self._headers, content=content)

    def body(self) -> Any:
        """Read the JSON that was sent."""
        return json.loads(self.content)

    def client(self) -> Client:
        """Return a client that asks this server."""
        options: Any = {
            "base_url": "http://test",
            "http_client": httpx2.Client(transport=httpx2.MockTransport(self)),
        }
        return Client(username="test", password="test", **options)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_forecast_get() -> None:
    expected: JSON = {
        "days": [
            {
                "date": "2026-11-05",
                "sky": "clear",
                "high": 1,
                "low": 1,
                "wind": {"speed": 1, "direction": 1},
            }
        ],
        "warning": "warning",
    }
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.forecast.get(place={"lat": 52.5, "lon": 13.4})

    assert wire(answer) == expected
    assert server.line == "GET /forecast"


def test_radar_get() -> None:
    expected: JSON = b"\x00\x01"
    server = Server(200, "image/png", b"\x00\x01")
    client = server.client()

    answer = client.radar.get("5/16/10")

    assert wire(answer) == expected
    assert server.line == "GET /radar/5/16/10"


def test_stations_measurements_list() -> None:
    expected: JSON = [
        {
            "taken_at": "2026-01-31T12:00:00Z",
            "celsius": 7.5,
            "humidity": 1,
            "sky": "clear",
        }
    ]
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.stations.measurements.list("123e4567-e89b-42d3-a456-426614174000")

    assert wire(answer) == expected
    assert (
        server.line == "GET /stations/123e4567-e89b-42d3-a456-426614174000/measurements"
    )


def test_stations_measurements_create() -> None:
    expected: JSON = {
        "taken_at": "2026-01-31T12:00:00Z",
        "celsius": 7.5,
        "humidity": 1,
        "sky": "clear",
    }
    server = Server(201, "application/json", expected)
    client = server.client()

    answer = client.stations.measurements.create(
        "123e4567-e89b-42d3-a456-426614174000",
        taken_at="2026-11-05T09:30:00Z",
        celsius=7.5,
    )

    assert wire(answer) == expected
    assert (
        server.line
        == "POST /stations/123e4567-e89b-42d3-a456-426614174000/measurements"
    )
