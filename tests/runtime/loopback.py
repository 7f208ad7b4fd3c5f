"""A server on loopback that says exactly the bytes a test gives it."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Step: TypeAlias = bytes | float | None
"""Bytes to send, seconds to wait, or None to cut the connection."""

Script: TypeAlias = list[Step] | Callable[["Received"], list[Step]]


@dataclass
class Received:
    """One request as it arrived."""

    connection: int
    line: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Loopback:
    """What the server was asked, and where it is."""

    address: str
    requests: list[Received] = field(default_factory=list)
    connections: int = 0


def reply(
    status: int, body: bytes = b"", kind: str = "application/json", **headers: str
) -> list[Step]:
    """Write a whole response."""
    extra = "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in headers.items())
    head = f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\n{extra}"
    return [f"{head}content-length: {len(body)}\r\n\r\n".encode() + body]


def events(*parts: Step, kind: str = "text/event-stream") -> list[Step]:
    """Write an event stream in chunked coding, one chunk for each part."""
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ntransfer-encoding: chunked\r\n"
    steps: list[Step] = [f"{head}\r\n".encode()]
    steps += [chunk(part) if isinstance(part, bytes) else part for part in parts]
    return steps if parts and parts[-1] is None else [*steps, b"0\r\n\r\n"]


def chunk(data: bytes) -> bytes:
    """Write one chunk."""
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


@contextmanager
def serve(*scripts: Script, port: int = 0) -> Iterator[Loopback]:
    """Answer each request with the next script; the last one answers the rest."""
    with socket.create_server(("127.0.0.1", port)) as listener:
        listener.settimeout(10)
        server = Loopback(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread = threading.Thread(target=_accept, args=(listener, server, scripts))
        thread.daemon = True
        thread.start()
        yield server
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _accept(
    listener: socket.socket, server: Loopback, scripts: tuple[Script, ...]
) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            connection.settimeout(5)
            server.connections += 1
            number = server.connections
            arguments = (connection, number, server, scripts)
            threading.Thread(target=_talk, args=arguments, daemon=True).start()


def _talk(
    connection: socket.socket,
    number: int,
    server: Loopback,
    scripts: tuple[Script, ...],
) -> None:
    with connection, contextlib.suppress(OSError), connection.makefile("rb") as file:
        while request := _read_request(file, number):
            script = scripts[min(len(server.requests), len(scripts) - 1)]
            server.requests.append(request)
            for step in script(request) if callable(script) else script:
                if step is None:
                    return
                if isinstance(step, float):
                    time.sleep(step)
                else:
                    connection.sendall(step)


def _read_request(file: object, number: int) -> Received | None:
    readline = file.readline  # type: ignore[attr-defined]
    line = readline().decode().strip()
    if not line:
        return None
    headers: dict[str, str] = {}
    while header := readline().decode().strip():
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    if headers.get("transfer-encoding") == "chunked":
        return Received(number, line, headers, b"".join(_read_chunks(file)))
    body = file.read(int(headers.get("content-length", "0")))  # type: ignore[attr-defined]
    return Received(number, line, headers, body)


def _read_chunks(file: Any) -> Iterator[bytes]:
    while size := int(file.readline(), 16):
        yield file.read(size)
        file.readline()
    file.readline()
