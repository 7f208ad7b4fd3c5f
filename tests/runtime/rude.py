"""A server on loopback that does with its connections whatever a test wants."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_SECONDS = 5
_AT_ONCE = struct.pack("ii", 1, 0)


@dataclass
class Rude:
    """Where the server is, and the connections it has."""

    address: str
    connections: list[socket.socket] = field(default_factory=list[socket.socket])


@contextmanager
def behaving(talk: Callable[[socket.socket], object]) -> Iterator[Rude]:
    """Let a function talk to each connection, in a thread of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Rude(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread = threading.Thread(
            target=_accept, args=(listener, server, talk), daemon=True
        )
        thread.start()
        yield server
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    thread.join(_SECONDS)
    for connection in server.connections:
        connection.close()


def reset(connection: socket.socket) -> None:
    """Close a connection as a crash would: what was sent is lost on both sides."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
    connection.close()


def _accept(
    listener: socket.socket, server: Rude, talk: Callable[[socket.socket], object]
) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            connection.settimeout(_SECONDS)
            server.connections.append(connection)
            threading.Thread(target=_talk, args=(connection, talk), daemon=True).start()


def _talk(connection: socket.socket, talk: Callable[[socket.socket], object]) -> None:
    with contextlib.suppress(OSError):
        talk(connection)
