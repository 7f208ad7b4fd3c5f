"""A Starlette app on loopback that answers what a test tells it to.

https://www.starlette.io/responses/
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Message, Receive, Scope, Send

Part: TypeAlias = bytes | float | None
"""Bytes to send, seconds to wait, or None to drop the connection."""

Answer: TypeAlias = Callable[[], Response]

START_SECONDS = 10


@dataclass(frozen=True)
class Received:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class Server:
    """Where the server is, what it is to answer, and what it was asked."""

    address: str = ""
    answers: tuple[Answer, ...] = ()
    requests: list[Received] = field(default_factory=list[Received])
    connections: set[Any] = field(default_factory=set[Any])
    left: int = 0
    """How many streams were given up by who listened."""
    turn: int = 0
    """Whose turn it is: streams of an earlier test may end in a later one."""

    def reset(self) -> None:
        """Forget what was."""
        self.answers = ()
        self.requests.clear()
        self.connections.clear()
        self.left = 0
        self.turn += 1

    def answer(self, *answers: Answer) -> None:
        """Answer each request with the next one; the last one answers the rest."""
        self.answers = answers

    async def respond(self, request: Request) -> Response:
        """Answer a request, and remember it."""
        content = await request.body()
        body = json.loads(content) if content else None
        self.connections.add(request.client)
        self.requests.append(Received(request.url.path, dict(request.headers), body))
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]()
        return _Watched(self, answer)


class _Watched(Response):
    """A response that tells when its client has gone."""

    def __init__(self, server: Server, response: Response) -> None:
        self._server, self._response = server, response
        self._turn = server.turn

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def watch() -> Message:
            message = await receive()
            if self._turn == self._server.turn:
                self._server.left += message["type"] == "http.disconnect"
            return message

        await self._response(scope, watch, send)


def reply(
    status: int, body: object = b"", kind: str = "application/json", **headers: str
) -> Answer:
    """Make a whole response; `retry_after` is the header `retry-after`."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda: Response(content, status, {**lines, "content-type": kind})


def stream(*parts: Part, kind: str = "text/event-stream", status: int = 200) -> Answer:
    """Make a response that is sent part by part, one chunk for each."""
    headers = {"content-type": kind}
    return lambda: StreamingResponse(_send(parts), status, headers)


async def _send(parts: tuple[Part, ...]) -> AsyncIterator[bytes]:
    for part in parts:
        if part is None:
            raise ConnectionAbortedError
        if isinstance(part, bytes):
            yield part
        else:
            await asyncio.sleep(part)


@contextmanager
def serving() -> Generator[Server]:
    """Run a server in a thread of its own."""
    server = Server()
    methods = ["GET", "POST"]
    app = Starlette(routes=[Route("/{path:path}", server.respond, methods=methods)])
    config = uvicorn.Config(
        app, port=0, lifespan="off", ws="none", http="h11", log_config=None
    )
    runner = uvicorn.Server(config)
    thread = threading.Thread(target=runner.run, daemon=True)
    thread.start()
    server.address = f"http://127.0.0.1:{_port(runner)}"
    yield server
    runner.should_exit = True
    thread.join(START_SECONDS)


def _port(runner: uvicorn.Server) -> int:
    end = time.monotonic() + START_SECONDS
    while not runner.started and time.monotonic() < end:
        time.sleep(0.005)
    port: int = runner.servers[0].sockets[0].getsockname()[1]
    return port
