"""A server on loopback that publishes files, well or badly, and notes who asked."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Page:
    """What is published at a path, and how."""

    content: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    etag: bool = False
    """Whether it is called by its digest, and not sent again to who has it."""
    last_modified: str = ""
    gzipped: bool = False
    missing: int = 0
    """How many bytes less come than the length says."""
    pause: float = 0.0
    """How long nothing comes."""
    wants: Mapping[str, str] = field(default_factory=dict[str, str])
    """Headers without which it is forbidden."""

    @property
    def body(self) -> bytes:
        """The content as it is sent."""
        return gzip.compress(self.content) if self.gzipped else self.content

    def validators(self) -> dict[str, str]:
        """Give the headers that name its state."""
        tag = f'"{sha256(self.content).hexdigest()[:16]}"' if self.etag else ""
        named = {"ETag": tag, "Last-Modified": self.last_modified}
        return {name: value for name, value in named.items() if value}

    def answer(self, asked: Message) -> tuple[int, dict[str, str]]:
        """Choose a status and headers."""
        if any(asked.get(name) != value for name, value in self.wants.items()):
            return 403, {}
        named = self.validators()
        same = (
            self.etag and asked.get("If-None-Match") == named.get("ETag"),
            self.last_modified and asked.get("If-Modified-Since") == self.last_modified,
        )
        return 304 if any(same) else self.status, {**self.headers, **named}


@dataclass
class Publisher:
    """A server of pages that remembers each request."""

    address: str
    pages: dict[str, Page] = field(default_factory=dict[str, Page])
    asked: list[tuple[str, Message]] = field(default_factory=list[tuple[str, Message]])

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.asked]

    def publish(self, path: str, content: bytes | str = b"", **how: object) -> str:
        """Publish something, and return its address."""
        body = content if isinstance(content, bytes) else content.encode()
        self.pages[path] = Page(body, **how)  # type: ignore[arg-type]
        return f"{self.address}{path}"

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        """Send whoever asks for a path to another address."""
        return self.publish(path, status=status, headers={"Location": to})


@contextmanager
def publishing() -> Iterator[Publisher]:
    """Run a publisher."""
    publisher = Publisher("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            publisher.asked.append((self.path, self.headers))
            page = publisher.pages.get(self.path, Page(status=404))
            status, headers = page.answer(self.headers)
            time.sleep(page.pause)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                if page.gzipped:
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(page.body)))
            self.end_headers()
            if status != 304:
                self.wfile.write(page.body[: len(page.body) - page.missing])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing where nobody listens any more."""

    server = Server(("127.0.0.1", 0), Handler)
    publisher.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
