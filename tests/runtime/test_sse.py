"""The decoder of server-sent events, case by case and at every cut."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

import pytest

from runtime.sse import EventDecoder, EventTooLargeError, ServerSentEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def decode(chunks: Iterable[bytes]) -> list[ServerSentEvent]:
    """Feed chunks to a new decoder and gather the events."""
    decoder = EventDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)]


def cut(text: bytes, size: int) -> list[bytes]:
    """Cut bytes into chunks of one size."""
    return [text[at : at + size] for at in range(0, len(text), size)]


def as_dict(event: ServerSentEvent) -> dict[str, Any]:
    """Write an event the way the suite does."""
    return event._asdict()


@pytest.mark.parametrize("size", [1, 2, 3, 5, None, 0])
def test_the_conformance_suite_passes(
    conformance: Callable[[str], Any], size: int | None
) -> None:
    """Every chunk size gives the events of the standard; 0 cuts as recorded."""
    wrong: list[str] = []
    for case in conformance("sse/cases.json"):
        chunks = [base64.b64decode(chunk) for chunk in case["chunks_base64"]]
        if size != 0:
            whole = b"".join(chunks)
            chunks = cut(whole, size or len(whole) or 1)
        if case["expected"] != [as_dict(event) for event in decode(chunks)]:
            wrong.append(case["name"])

    assert wrong == []


def test_big_events_cost_linear_time(conformance: Callable[[str], Any]) -> None:
    """Large events, many small ones and single bytes all stay within seconds."""
    for case in conformance("sse/big.json"):
        events = decode(_generated(case["gen"]))

        assert case["expected_count"] == len(events)
        if first := case.get("expected_first"):
            digest = hashlib.sha256(events[0].data.encode()).hexdigest()

            assert first["sha256"] == digest


def _generated(parts: list[dict[str, Any]]) -> Iterator[bytes]:
    for part in parts:
        text = part.get("text") or part["unit"] * part["repeat"]
        for _ in range(part["times"]):
            yield text.encode()


def test_a_comment_is_ignored() -> None:
    """Comments keep the connection alive and are no events."""
    assert [ServerSentEvent("x")] == decode([b": ping\n\n:\ndata: x\n\n"])


def test_crlf_may_be_cut_in_two() -> None:
    """A CR at the end of a chunk and the LF of the next are one line end."""
    assert [ServerSentEvent("a\nb")] == decode([b"data:a\r", b"\ndata:b\r", b"\n\r\n"])


def test_an_event_without_data_is_not_dispatched() -> None:
    """An id of its own is remembered and makes no event."""
    assert [ServerSentEvent("x", id="7")] == decode([b"id: 7\n\n\n\ndata: x\n\n"])


def test_an_unterminated_event_is_dropped() -> None:
    """Without its blank line an event may be half of one."""
    decoder = EventDecoder()

    assert decoder.feed(b"data: x\n") + decoder.finish() == []


def test_a_byte_order_mark_is_dropped_once() -> None:
    """The mark may come in pieces; a second one is part of a field name."""
    text = b"\xef\xbb\xbfdata: a\n\n\xef\xbb\xbfdata: b\n\n"

    assert [ServerSentEvent("a")] == decode(cut(text, 1))
    assert [ServerSentEvent("a")] == decode(cut(text.removeprefix(text[:3]), 9))


def test_invalid_utf_8_is_replaced() -> None:
    """A broken byte costs a character and not the stream."""
    assert [ServerSentEvent("a\ufffdb")] == decode([b"data: a\xffb\n\n"])


def test_line_separators_of_unicode_are_text() -> None:
    """U+2028, U+0085 and form feed are legal inside JSON strings."""
    text = "\u2028\u2029\u0085\f\v"

    assert [ServerSentEvent(text)] == decode([f"data: {text}\n\n".encode()])


def test_retry_takes_digits_only() -> None:
    """A sign, a fraction or a letter makes the field void."""
    text = b"retry: +5\ndata: a\n\nretry: 5\ndata: b\n\nretry: 1_0\ndata: c\n\n"

    assert [event.retry for event in decode([text])] == [None, 5, None]


@pytest.mark.parametrize(
    "text",
    [
        b"data: a\n\ndata: b\n\n: c\n\ndata: d\n\n",
        b"\xef\xbb\xbfdata: a\n\nid: 7\ndata: b\n\ndata: c\n\n",
        b"data: a\r\rdata: b\n\ndata: c\r\n\r\ndata: d\n\n",
        b"event: e\n\ndata: a\n\nretry: 1\ndata: b\ndata: c\n\n\ndata: d\n\n",
        b"data: \xe2\x82\n\ndata: \xac\n\ndata: \xe2\x80\xa8\n\ndata:e\n\ndata: f",
    ],
)
def test_events_are_the_same_at_every_two_cuts(text: bytes) -> None:
    """Whether they are read one by one or many at once."""
    expected = decode(cut(text, 1))
    for first in range(len(text)):
        for second in range(first, len(text)):
            parts = [text[:first], text[first:second], text[second:]]

            assert expected == decode(parts)


@pytest.mark.parametrize(
    "chunk",
    [
        b"data: 12345678901234",
        b"data: 12345678901234\n\n",
        b"data: 1234\ndata: 5678\n",
        b"data: 1\n\ndata: 12345678901234\n\n",
        b"data:\n" * 20,
        b": 12345678901234",
    ],
)
def test_the_size_of_an_event_is_limited(chunk: bytes) -> None:
    """What does not end is refused, in one line, in many, and in many empty ones."""
    with pytest.raises(EventTooLargeError, match="larger than 14 bytes"):
        EventDecoder(max_event_bytes=14).feed(chunk)


@pytest.mark.parametrize("text", [b"data: 12345678\n\n", b": 345678901234\n" * 9])
def test_the_limit_is_that_of_one_event(text: bytes) -> None:
    """However many come in one chunk, and however many comments before them."""
    decoder = EventDecoder(max_event_bytes=14)

    assert text.count(b"data") * 5 == len(decoder.feed(text * 5))
