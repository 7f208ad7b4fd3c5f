"""Reads sequences of JSON texts: one to a line, or each after a record separator.

https://jsonlines.org and https://www.rfc-editor.org/rfc/rfc7464
"""

from __future__ import annotations

from .sse import BOM, MAX_EVENT_BYTES, EventTooLargeError, ServerSentEvent

LINE_END = b"\n"
RECORD_SEPARATOR = b"\x1e"


def json_lines(media_type: str, limit: int) -> JsonLinesDecoder:
    """Return what cuts lines; a server may choose among the ways of an operation."""
    is_sequence = media_type.endswith("json-seq")
    return JsonLinesDecoder(RECORD_SEPARATOR if is_sequence else LINE_END, limit)


def json_seq(media_type: str, limit: int) -> JsonLinesDecoder:
    """Return what cuts at record separators, unless the server says otherwise."""
    return json_lines(media_type or "application/json-seq", limit)


class JsonLinesDecoder:
    """Cuts bytes at one separator; white space between texts is dropped.

    So is a byte order mark at the start, as before any other JSON.
    """

    last_id = ""
    wait = None

    def __init__(
        self, separator: bytes = LINE_END, max_event_bytes: int = MAX_EVENT_BYTES
    ) -> None:
        self._separator = separator
        self._max_event_bytes = max_event_bytes
        self._rest = bytearray()
        self._at_start = True

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and return the texts that they complete.

        Raises:
            EventTooLargeError: A text exceeds the limit.
        """
        self._rest += chunk
        texts: list[bytes] = []
        if self._separator in chunk:
            *texts, rest = bytes(self._rest).split(self._separator)
            self._rest = bytearray(rest)
            texts = self._without_mark(texts)
        if max(map(len, (*texts, self._rest))) > self._max_event_bytes:
            raise EventTooLargeError(self._max_event_bytes)
        return _events(texts)

    def finish(self) -> list[ServerSentEvent]:
        """Return the last text: it needs no separator after it."""
        texts = self._without_mark([bytes(self._rest)])
        self._rest.clear()
        return _events(texts)

    def _without_mark(self, texts: list[bytes]) -> list[bytes]:
        if self._at_start:
            self._at_start = False
            texts[0] = texts[0].removeprefix(BOM)
        return texts


def _events(texts: list[bytes]) -> list[ServerSentEvent]:
    decoded = (text.strip().decode(errors="replace") for text in texts)
    return [ServerSentEvent(text) for text in decoded if text]
