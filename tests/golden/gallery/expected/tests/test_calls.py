"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import httpx2
from gallery import Client
from gallery._runtime.to_json import to_json

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


def test_pictures_list() -> None:
    expected: JSON = [{"id": "id", "title": "title"}]
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.pictures.list()

    assert wire(answer) == expected
    assert server.line == "GET /pictures"


def test_pictures_create() -> None:
    expected: JSON = {"id": "id", "title": "title"}
    server = Server(201, "application/json", expected)
    client = server.client()

    answer = client.pictures.create(title="title")

    assert wire(answer) == expected
    assert server.line == "POST /pictures"
    assert server.body().items() >= {"title": "title"}.items()


def test_pictures_get() -> None:
    expected: JSON = {"id": "id", "title": "title"}
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.pictures.get("id")

    assert wire(answer) == expected
    assert server.line == "GET /pictures/id"


def test_pictures_check() -> None:
    server = Server(200, "", b"")
    client = server.client()

    client.pictures.check("id")

    assert server.line == "HEAD /pictures/id"


def test_pictures_read_aloud() -> None:
    expected: JSON = b"\x00\x01"
    server = Server(200, "audio/mpeg", b"\x00\x01")
    client = server.client()

    answer = client.pictures.read_aloud("id")

    assert wire(answer) == expected
    assert server.line == "POST /pictures/id/caption"


def test_pictures_get_file() -> None:
    expected: JSON = b"\x00\x01"
    server = Server(200, "application/pdf", b"\x00\x01")
    client = server.client()

    answer = client.pictures.get_file("id")

    assert wire(answer) == expected
    assert server.line == "GET /pictures/id/file"


def test_changes_watch() -> None:
    expected: JSON = [{"id": "id", "title": "title"}, {"id": "id", "title": "title"}]
    server = Server(
        200,
        "application/json-seq",
        b'\x1e{"id": "id", "title": "title"}\n\x1e{"id": "id", "title": "title"}\n',
    )
    client = server.client()

    with client.changes.watch() as events:
        received = [wire(event) for event in events]

    assert received == expected
    assert server.line == "GET /changes"


def test_pictures_read_aloud_stream() -> None:
    expected: JSON = [{"audio": "audio"}, {"audio": "audio"}]
    server = Server(
        200,
        "text/event-stream",
        b'data: {"audio": "audio"}\n\ndata: {"audio": "audio"}\n\n',
    )
    client = server.client()

    with client.pictures.read_aloud_stream("id") as events:
        received = [wire(event) for event in events]

    assert received == expected
    assert server.line == "POST /pictures/id/caption"
