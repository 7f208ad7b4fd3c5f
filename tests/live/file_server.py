"""A server of files on loopback that knows ranges, and can hang up in the middle.

https://www.starlette.io/responses/#fileresponse
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.responses import FileResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import Message, Receive, Scope, Send

START_SECONDS = 10


@dataclass
class FileServer:
    """A file, where it is served, and what was asked for."""

    path: Path
    address: str = ""
    break_at: int | None = None
    """After how many bytes the next response ends before its end."""

    ranges: list[str | None] = field(default_factory=list[str | None])
    sent: int = 0
    """How many bytes were handed to the network, in all."""

    async def respond(self, request: Request) -> Response:
        """Answer with the file, or the part of it that is asked for."""
        self.ranges.append(request.headers.get("range"))
        limit, self.break_at = self.break_at, None
        return _Breaking(self, FileResponse(self.path), limit)


class _Breaking(Response):
    """A response that counts its bytes, and ends when there are too many."""

    def __init__(
        self, server: FileServer, response: Response, limit: int | None
    ) -> None:
        self._server, self._response, self._left = server, response, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def count(message: Message) -> None:
            size = len(message.get("body", b""))
            self._server.sent += size
            if self._left is not None:
                self._left -= size
                if self._left < 0:
                    raise ConnectionAbortedError
            await send(message)

        await self._response(scope, receive, count)


@contextmanager
def serving_files(path: Path) -> Generator[FileServer]:
    """Run a server of one file in a thread of its own."""
    server = FileServer(path)
    app = Starlette(routes=[Route("/files/{name}", server.respond)])
    config = uvicorn.Config(
        app, port=0, lifespan="off", ws="none", http="h11", log_config=None
    )
    runner = uvicorn.Server(config)
    thread = threading.Thread(target=runner.run, daemon=True)
    thread.start()
    end = time.monotonic() + START_SECONDS
    while not runner.started and time.monotonic() < end:
        time.sleep(0.005)
    port = runner.servers[0].sockets[0].getsockname()[1]
    server.address = f"http://127.0.0.1:{port}"
    yield server
    runner.should_exit = True
    thread.join(START_SECONDS)
