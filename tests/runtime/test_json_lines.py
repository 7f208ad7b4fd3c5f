"""The decoder of JSON Lines and JSON text sequences."""

from __future__ import annotations

import pytest

from runtime.json_lines import RECORD_SEPARATOR, JsonLinesDecoder
from runtime.sse import EventTooLargeError


def decode(text: bytes, size: int, separator: bytes = b"\n") -> list[str]:
    """Feed text in chunks of one size and gather the JSON texts."""
    decoder = JsonLinesDecoder(separator)
    chunks = [text[at : at + size] for at in range(0, len(text), size)]
    events = [event for chunk in chunks for event in decoder.feed(chunk)]
    return [event.data for event in (*events, *decoder.finish())]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_lines_are_cut_at_line_feeds_only(size: int) -> None:
    """CRLF, blank lines, split characters and a last line without end all pass."""
    text = '{"a":"é\u2028"}\r\n\r\n\n{"b":1}'.encode()

    assert decode(text, size) == ['{"a":"é\u2028"}', '{"b":1}']


@pytest.mark.parametrize("size", [1, 3, 100])
def test_records_of_a_sequence_may_span_lines(size: int) -> None:
    """RFC 7464 separates by a control character, not by line ends."""
    text = b'\x1e{\n"a": 1\n}\n\x1e{"b": 2}\n'

    assert decode(text, size, RECORD_SEPARATOR) == ['{\n"a": 1\n}', '{"b": 2}']


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_a_byte_order_mark_is_dropped_at_the_start(size: int) -> None:
    """Also of one line, and before a separator; a second one is not."""
    mark = b"\xef\xbb\xbf"

    assert ["1", "2"] == decode(mark + b"1\n2\n", size)
    assert ["1"] == decode(mark + b"1", size)
    assert ["1"] == decode(mark + b"\x1e1\n", size, RECORD_SEPARATOR)
    assert ["1", "\ufeff2"] == decode(b"1\n" + mark + b"2\n", size)


@pytest.mark.parametrize("chunk", [b"1234", b"1234\n", b"1\n1234\n1\n"])
def test_the_size_of_a_text_is_limited(chunk: bytes) -> None:
    """A line is refused that is longer, whether it ends or not."""
    with pytest.raises(EventTooLargeError):
        JsonLinesDecoder(max_event_bytes=3).feed(chunk)


def test_the_limit_is_that_of_one_text() -> None:
    """However many come in one chunk."""
    decoder = JsonLinesDecoder(max_event_bytes=3)

    assert ["1", "2", "3"] == [each.data for each in decoder.feed(b"1\n2\n3\n")]
