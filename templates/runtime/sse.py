"""Reads server-sent events: bytes in, events out.

https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

from typing import NamedTuple

MAX_EVENT_BYTES = 128 * 1024 * 1024
"""The size at which an event is taken for an attack or a mistake."""

BOM = b"\xef\xbb\xbf"
_CR = 13
_LONGEST_NUMBER = 100


class ServerSentEvent(NamedTuple):
    """One event, as the standard dispatches it."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None


class EventTooLargeError(ValueError):
    """An event is larger than the decoder accepts."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"an event is larger than {limit} bytes")


class EventDecoder:
    """Turns the bytes of an event stream into events, however they are cut."""

    def __init__(
        self, max_event_bytes: int = MAX_EVENT_BYTES, *, last_id: str = ""
    ) -> None:
        self._max_event_bytes = max_event_bytes
        self._line: list[bytes] = []
        self._waiting = 0
        self._ended_with_cr = False
        self._at_start = True
        self._between_events = True
        self._data: list[bytes] = []
        self._size = 0
        self._event = ""
        self._id = last_id
        self._retry: int | None = None
        self.last_id = last_id
        """The last ID that is complete: that of a block without data is one as well."""

        self.wait: int | None = None
        """The milliseconds that the server last asked to wait, in whatever block."""

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and return the events that they complete.

        Raises:
            EventTooLargeError: An event exceeds the limit.
        """
        if self._ended_with_cr and chunk:
            self._ended_with_cr = False
            chunk = chunk.removeprefix(b"\n")
        # Only the new bytes are searched, or a long line would cost its square.
        end = len(chunk)
        if not chunk.endswith(b"\n"):
            end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) + 1
            self._ended_with_cr = chunk.endswith(b"\r")
        events: list[ServerSentEvent] = []
        if end:
            text = chunk[:end]
            if self._line:
                text = b"".join((*self._line, text))
                self._line, self._waiting = [], 0
            events = self._read_alike(text) or self._read_lines(text)
        if end < len(chunk):
            self._line.append(chunk[end:])
            self._waiting += len(chunk) - end
            self._check_size(self._waiting)
        return events

    def finish(self) -> list[ServerSentEvent]:
        """Drop what is incomplete, as the standard asks."""
        return []

    def _read_alike(self, text: bytes) -> list[ServerSentEvent]:
        """Read events all at once if each is one line of data, as most are."""
        if not (
            self._between_events
            and text.startswith(b"data: ")
            and text.endswith(b"\n\n")
            and _CR not in text
            and len(text) <= self._max_event_bytes
        ):
            return []
        found = text[6:-2].decode(errors="replace").split("\n\ndata: ")
        if text.count(b"\n") != 2 * len(found):
            return []
        self._at_start = False
        make, last_id = ServerSentEvent._make, self._id
        return [make((data, "message", last_id, None)) for data in found]

    def _read_lines(self, text: bytes) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        line = b""
        for line in self._lines_of(text):
            if line:
                self._check_size(len(line))
                self._read_field(*line.partition(b":"))
                continue
            if self._data:
                events.append(self._dispatch())
            self.last_id, self._event, self._retry = self._id, "", None
        self._between_events = not line
        return events

    def _lines_of(self, text: bytes) -> list[bytes]:
        # Unlike that of str, splitlines of bytes knows no line ends but CR and LF.
        lines = text.splitlines()
        if self._at_start:
            self._at_start = False
            lines[0] = lines[0].removeprefix(BOM)
        return lines

    def _read_field(self, name: bytes, _colon: bytes, value: bytes) -> None:
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._data.append(value)
                self._size += len(value) + 1
            case b"event":
                self._event = value.decode(errors="replace")
            case b"id" if b"\0" not in value:
                self._id = value.decode(errors="replace")
            # int() refuses 4,301 digits; no duration needs a hundred.
            case b"retry" if value.isdigit() and len(value) < _LONGEST_NUMBER:
                self.wait = self._retry = int(value)
            case _:
                pass

    def _dispatch(self) -> ServerSentEvent:
        data = b"\n".join(self._data).decode(errors="replace")
        self._data, self._size = [], 0
        return ServerSentEvent(data, self._event or "message", self._id, self._retry)

    def _check_size(self, pending: int) -> None:
        if self._size + pending > self._max_event_bytes:
            raise EventTooLargeError(self._max_event_bytes)
