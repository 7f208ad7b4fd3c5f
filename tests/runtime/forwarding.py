"""A forward proxy on loopback: it sends requests on, and opens tunnels.

https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rude import behaving

_PIECE = 65536


@dataclass
class Proxy:
    """Where the proxy is, and the first line of each request that it was sent."""

    address: str = ""
    lines: list[str] = field(default_factory=list[str])
    refusal: bytes = b""
    """What it answers instead of doing what it is asked for."""

    def talk(self, connection: socket.socket) -> None:
        """Do what the first request of a connection asks for, until that ends."""
        head = b""
        while b"\r\n\r\n" not in head and (piece := connection.recv(_PIECE)):
            head += piece
        if not head:
            return
        line, _, rest = head.partition(b"\r\n")
        self.lines.append(line.decode())
        method, target, _ = line.split(b" ")
        if self.refusal:
            connection.sendall(self.refusal)
        elif method == b"CONNECT":
            with _connected(target.decode()) as server:
                connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                _relay(connection, server)
        else:
            parts = urlsplit(target.decode())
            with _connected(parts.netloc) as server:
                server.sendall(
                    b" ".join([method, parts.path.encode(), b"HTTP/1.1\r\n"])
                )
                server.sendall(rest)
                _relay(connection, server)


@contextmanager
def forwarding(refusal: bytes = b"") -> Iterator[Proxy]:
    """Run a proxy."""
    proxy = Proxy(refusal=refusal)
    with behaving(proxy.talk) as server:
        proxy.address = server.address
        yield proxy


def _connected(place: str) -> socket.socket:
    host, _, port = place.partition(":")
    return socket.create_connection((host, int(port)), timeout=5)


def _relay(client: socket.socket, server: socket.socket) -> None:
    """Copy what each side says to the other one, until both have ended."""
    back = threading.Thread(target=_copy, args=(server, client), daemon=True)
    back.start()
    _copy(client, server)
    back.join(5)


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(_PIECE):
            sink.sendall(piece)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
