"""TLS sockets that stay open while a thread uses them, whoever closes them meanwhile.

TLS knows the number of its file and no more. That of a socket that is closed goes to
the next file that is opened, and a thread that still waits would read from that.

https://docs.python.org/3/library/ssl.html#ssl-sockets
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator


def watch_opening(event: str, info: dict[str, Any]) -> None:
    """Be told by the HTTP library what it opens for a request, and of nothing after."""
    if event.endswith("start_tls.complete"):
        keep(info["return_value"])
    elif event.endswith(".send_request_headers.started"):
        info["request"].extensions.pop("trace", None)


def keep(stream: Any) -> None:
    """Have the socket of a stream closed by the last thread that uses it.

    A stream is what HTTP libraries call a connection; plain sockets know that they are
    closed.
    """
    connected = stream.get_extra_info("socket")
    if isinstance(connected, ssl.SSLSocket) and not isinstance(connected, _Kept):
        kept: Any = connected
        kept.changes = threading.Lock()
        # The HTTP library has made it, and takes no other class.
        kept.__class__ = _kind_of(type(connected))


class _Kept(ssl.SSLSocket):
    """Counts the threads that read or write."""

    changes: threading.Lock
    users = 0
    is_left = False

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        with self._used():
            return super().recv(buflen, flags)

    def send(self, data: Any, flags: int = 0) -> int:
        with self._used():
            return super().send(data, flags)

    def close(self) -> None:
        """Close it now, or else end what others wait for, who close it then."""
        with self.changes:
            self.is_left = True
            if not self.users:
                super().close()
                return
        with contextlib.suppress(OSError):
            # That of a TLS socket would take its state from under its reader.
            socket.socket.shutdown(self, socket.SHUT_RDWR)

    @contextlib.contextmanager
    def _used(self) -> Generator[None]:
        with self.changes:
            self.users += 1
        try:
            yield
        finally:
            with self.changes:
                self.users -= 1
                if self.is_left and not self.users:
                    super().close()


def _kind_of(kind: type[ssl.SSLSocket]) -> type[_Kept]:
    return _Kept if kind is ssl.SSLSocket else type(kind.__name__, (_Kept, kind), {})
