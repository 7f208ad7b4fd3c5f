"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import httpx2
from parcels import Client
from parcels._runtime.to_json import to_json

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
        return Client(**options)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_moves_create() -> None:
    server = Server(204, "", b"")
    client = server.client()

    client.moves.create()

    assert server.line == "POST /moves"


def test_parcels_create() -> None:
    expected: JSON = {"id": "id", "status": "waiting", "sentAt": "2026-01-31T12:00:00Z"}
    server = Server(201, "application/json", expected)
    client = server.client()

    answer = client.parcels.create(to="to")

    assert wire(answer) == expected
    assert server.line == "POST /parcels"
    assert server.body().items() >= {"to": "to"}.items()


def test_returns_create() -> None:
    server = Server(204, "", b"")
    client = server.client()

    client.returns.create()

    assert server.line == "POST /returns"
