"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import httpx2
from jobs import Client
from jobs._runtime.to_json import to_json

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
        return Client(api_key="test", **options)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_explanations_create() -> None:
    expected: JSON = {"text": "text"}
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.explanations.create(job="job")

    assert wire(answer) == expected
    assert server.line == "POST /explain"
    assert server.body().items() >= {"job": "job"}.items()


def test_jobs_create() -> None:
    expected: JSON = {
        "id": "id",
        "state": "queued",
        "startedAt": "2026-01-31T12:00:00Z",
    }
    server = Server(202, "application/json", expected)
    client = server.client()

    answer = client.jobs.create(command="render")

    assert wire(answer) == expected
    assert server.line == "POST /jobs"
    assert server.body().items() >= {"command": "render"}.items()


def test_jobs_query() -> None:
    expected: JSON = [
        {"id": "id", "state": "queued", "startedAt": "2026-01-31T12:00:00Z"}
    ]
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.jobs.query()

    assert wire(answer) == expected
    assert server.line == "QUERY /jobs"


def test_jobs_purge() -> None:
    server = Server(204, "", b"")
    client = server.client()

    client.jobs.purge()

    assert server.line == "Purge /jobs"


def test_jobs_schedules_list() -> None:
    expected: JSON = [{"cron": "cron"}]
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.jobs.schedules.list(filter={"command": "command"})

    assert wire(answer) == expected
    assert server.line == "GET /jobs/schedules"


def test_explanations_create_stream() -> None:
    expected: JSON = [{"text": "text"}, {"text": "text"}]
    server = Server(
        200,
        "text/event-stream",
        b'data: {"text": "text"}\n\ndata: {"text": "text"}\n\ndata: [DONE]\n\n',
    )
    client = server.client()

    with client.explanations.create_stream(job="job") as events:
        received = [wire(event) for event in events]

    assert received == expected
    assert server.line == "POST /explain"
    assert server.body().items() >= {"job": "job"}.items()


def test_jobs_watch() -> None:
    expected: JSON = [
        {"percent": 1, "step": "step"},
        "text",
        {"id": "id", "state": "queued", "startedAt": "2026-01-31T12:00:00Z"},
    ]
    server = Server(
        200,
        "text/event-stream",
        b'event: progress\ndata: {"percent": 1, "step": "step"}\n\nevent: log\ndata: text\n\nevent: done\ndata: {"id": "id", "state": "queued", "startedAt": "2026-01-31T12:00:00Z"}\n\n',
    )
    client = server.client()

    with client.jobs.watch("id") as events:
        received = [wire(event) for event in events]

    assert received == expected
    assert server.line == "GET /jobs/id/events"


def test_jobs_get_output() -> None:
    expected: JSON = [{"line": "line", "number": 1}, {"line": "line", "number": 1}]
    server = Server(
        200,
        "application/jsonl",
        b'{"line": "line", "number": 1}\n{"line": "line", "number": 1}\n',
    )
    client = server.client()

    with client.jobs.get_output("id") as events:
        received = [wire(event) for event in events]

    assert received == expected
    assert server.line == "GET /jobs/id/output"
