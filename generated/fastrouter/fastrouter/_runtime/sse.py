"""Reads server-sent events: bytes in, events out.

https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

from typing import NamedTuple

MAX_EVENT_BYTES = 128 * 1024 * 1024
"""The size at which an event is taken for an attack or a mistake."""

_BOM = b"\xef\xbb\xbf"
_LINE_ENDS = (10, 13)
_LONGEST_NUMBER = 100


class ServerSentEvent(NamedTuple):
    """One event, as the standard dispatches it."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None


class EventTooLargeError(ValueError):
    """An event is larger than the decoder accepts."""


class EventDecoder:
    """Turns the bytes of an event stream into events, however they are cut."""

    def __init__(
        self, max_event_bytes: int = MAX_EVENT_BYTES, *, last_id: str = ""
    ) -> None:
        self._max_event_bytes = max_event_bytes
        self._rest = bytearray()
        self._size = 0
        self._ended_with_cr = False
        self._at_start = True
        self._data: list[bytes] = []
        self._event = ""
        self._id = last_id
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and return the events that they complete.

        Raises:
            EventTooLargeError: An event exceeds the limit.
        """
        if self._ended_with_cr and chunk:
            self._ended_with_cr = False
            chunk = chunk.removeprefix(b"\n")
        self._rest += chunk
        # Only the new bytes are searched, or a long line would cost its square.
        if b"\n" not in chunk and b"\r" not in chunk:
            self._check_size(len(self._rest))
            return []
        return self._read_lines(self._complete_lines())

    def finish(self) -> list[ServerSentEvent]:
        """Drop what is incomplete, as the standard asks."""
        return []

    def _complete_lines(self) -> list[bytes]:
        text = bytes(self._rest)
        # Unlike that of str, splitlines of bytes knows no line ends but CR and LF.
        lines = text.splitlines()
        self._rest.clear()
        if text[-1] not in _LINE_ENDS:
            self._rest += lines.pop()
        self._ended_with_cr = text.endswith(b"\r")
        if self._at_start:
            self._at_start = False
            lines[0] = lines[0].removeprefix(_BOM)
        return lines

    def _read_lines(self, lines: list[bytes]) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        for line in lines:
            if line.startswith(b"data: "):
                self._add_data(line[6:])
            elif line:
                self._read_field(*line.partition(b":"))
            else:
                if self._data:
                    events.append(self._dispatch())
                self._event, self._retry = "", None
        self._check_size(len(self._rest))
        return events

    def _read_field(self, name: bytes, _colon: bytes, value: bytes) -> None:
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._add_data(value)
            case b"event":
                self._event = value.decode(errors="replace")
            case b"id" if b"\0" not in value:
                self._id = value.decode(errors="replace")
            # int() refuses 4,301 digits; no duration needs a hundred.
            case b"retry" if value.isdigit() and len(value) < _LONGEST_NUMBER:
                self._retry = int(value)
            case _:
                pass

    def _add_data(self, value: bytes) -> None:
        self._data.append(value)
        self._size += len(value)
        self._check_size(0)

    def _dispatch(self) -> ServerSentEvent:
        data = b"\n".join(self._data).decode(errors="replace")
        self._data.clear()
        self._size = 0
        return ServerSentEvent(data, self._event or "message", self._id, self._retry)

    def _check_size(self, pending: int) -> None:
        if self._size + pending > self._max_event_bytes:
            raise EventTooLargeError(
                f"an event is larger than {self._max_event_bytes} bytes"
            )
