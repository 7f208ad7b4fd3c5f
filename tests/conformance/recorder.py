"""A server on loopback that keeps each request as its bytes came, and answers 204."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True, slots=True)
class Sent:
    """One request, undecoded."""

    target: str
    headers: tuple[tuple[str, str], ...]
    body: str

    @property
    def path(self) -> str:
        """What stands before the first `?`."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """What stands behind it."""
        return self.target.partition("?")[2]

    def header(self, name: str) -> str | None:
        """Return the values of a header, joined as one, or None if it was not sent."""
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(found) if found else None


@dataclass(slots=True)
class Recorder:
    """What was sent, and where to."""

    address: str
    requests: list[Sent] = field(default_factory=list[Sent])

    def take(self) -> Sent:
        """Forget the request that came last, and return it."""
        (sent,) = self.requests
        self.requests.clear()
        return sent


@contextmanager
def recording() -> Iterator[Recorder]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            """Keep a request; what it asks for does not matter."""
            self.raw_requestline = self.rfile.readline()
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            length = int(self.headers.get("content-length", "0"))
            target = self.raw_requestline.decode("latin-1").split(" ")[1]
            recorder.requests.append(
                Sent(
                    target,
                    tuple(self.headers.items()),
                    self.rfile.read(length).decode(),
                )
            )
            self.wfile.write(b"HTTP/1.1 204 No Content\r\n\r\n")

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        recorder = Recorder(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield recorder
        server.shutdown()
    thread.join(5)
