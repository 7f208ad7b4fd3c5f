"""The connection that a request uses, for others to cut."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any

from .tls_sockets import keep

CLOSED = "it was closed meanwhile"
CANCELLED = "a wait for it was cancelled"


class Interrupted(Exception):
    """Somebody else has ended what was waited for."""


def is_cancellation(problem: BaseException | None) -> bool:
    """Tell what ends a wait from outside, as Ctrl-C does, from what went wrong."""
    return problem is not None and not isinstance(problem, Exception)


class InUse(RuntimeError):
    """Two want to read the same content at once."""

    def __init__(self) -> None:
        super().__init__("another thread or task is reading this already")


class Connection:
    """The socket of a request, for as long as no other request can use it.

    HTTP libraries tell what they do to the `trace` extension of a request: also
    which connection they have opened, and that they are about to take it back.
    One of HTTP/2 is shared, and never held.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._is_cut = False

    @property
    def can_be_cut(self) -> bool:
        """Whether there is a socket to cut: code of a program may have none."""
        return self._socket is not None

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Be told what the HTTP library does.

        Raises:
            Interrupted: It was about to send, though the connection is cut.
        """
        if event.endswith(".response_closed.started") or event.startswith("http2."):
            self._keep(None)
        elif event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self.hold(info["return_value"])
        elif self._is_cut and event.endswith(".send_request_headers.started"):
            raise Interrupted(CLOSED)

    def hold(self, stream: Any) -> None:
        """Hold the socket of a stream, as HTTP libraries call a connection."""
        if stream is not None:
            keep(stream)
            tls = stream.get_extra_info("ssl_object")
            shared = tls is not None and tls.selected_alpn_protocol() == "h2"
            self._keep(None if shared else stream.get_extra_info("socket"))

    def cut(self) -> None:
        """Wake whoever waits for it, from any thread: the other side seems gone."""
        with self._lock:
            self._is_cut = True
            self._shut_down()

    def _keep(self, connected: socket.socket | None) -> None:
        with self._lock:
            self._socket = connected
            if self._is_cut:
                self._shut_down()

    def _shut_down(self) -> None:
        # It may be closed already, by its reader or the other side.
        with contextlib.suppress(OSError):
            if self._socket is not None:
                # That of a TLS socket would take its state from under its reader.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
