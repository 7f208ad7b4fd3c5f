"""A server on loopback that takes large bodies, sums them up, and drops some."""

from __future__ import annotations

import contextlib
import socket
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_BUFFER = 1 << 20


@dataclass(slots=True)
class Kept:
    """What came of one request."""

    length: int
    announced: int
    checksum: int


@dataclass(slots=True)
class Warehouse:
    """Where it is, and what came; the first of `dropped` requests end in the middle."""

    address: str
    dropped: int = 0
    kept: list[Kept] = field(default_factory=list[Kept])


@contextmanager
def storing() -> Iterator[Warehouse]:
    """Serve until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        warehouse = Warehouse(f"http://127.0.0.1:{listener.getsockname()[1]}")
        arguments = (listener, warehouse)
        thread = threading.Thread(target=_accept, args=arguments, daemon=True)
        thread.start()
        yield warehouse
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _accept(listener: socket.socket, warehouse: Warehouse) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            with connection, contextlib.suppress(OSError):
                connection.settimeout(10)
                _take(connection, warehouse)


def _take(connection: socket.socket, warehouse: Warehouse) -> None:
    head, _, rest = _head(connection)
    announced = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
    drops, length = warehouse.dropped > 0, len(rest)
    checksum, buffer = zlib.crc32(rest), bytearray(_BUFFER)
    while length < announced and (count := connection.recv_into(buffer)):
        length += count
        checksum = zlib.crc32(memoryview(buffer)[:count], checksum)
        if drops and length > announced // 2:
            break
    warehouse.kept.append(Kept(length, announced, checksum))
    if drops:
        warehouse.dropped -= 1
        return
    connection.sendall(b"HTTP/1.1 204 Kept\r\nconnection: close\r\n\r\n")


def _head(connection: socket.socket) -> tuple[bytes, bytes, bytes]:
    received = b""
    while b"\r\n\r\n" not in received and (part := connection.recv(1 << 16)):
        received += part
    return received.partition(b"\r\n\r\n")
