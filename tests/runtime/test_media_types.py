"""What a server calls its content is found among what a description calls it."""

from __future__ import annotations

import pytest

from runtime.media_choice import choose, is_asked_for, parse
from runtime.media_types import is_json, is_text, text_of

DESCRIBED = (
    "*/*",
    "application/json",
    "application/json; version=2",
    "image/*",
    "image/png",
)


@pytest.mark.parametrize(
    ("content_type", "found"),
    [
        ("application/json", "application/json"),
        ("Application/JSON; charset=utf-8", "application/json"),
        ('application/json;version="2"', "application/json; version=2"),
        ("application/json; version=3", "application/json"),
        ("image/png", "image/png"),
        ("image/webp", "image/*"),
        ("video/mp4", "*/*"),
        ("", None),
    ],
)
def test_the_most_precise_description_counts(
    content_type: str, found: str | None
) -> None:
    """A name before a range, and a parameter before none; case does not count."""
    assert found == choose(DESCRIBED, content_type)


def test_nothing_describes_another_media_type() -> None:
    """Without a range, there is none that fits."""
    assert choose(["application/json", "text/*"], "image/png") is None


def test_parameters_may_be_quoted_and_escaped() -> None:
    """A semicolon inside of quotes ends nothing."""
    found = parse('Text/Plain; Note="a;b=c"; CHARSET=utf-8;q=0.5')

    assert ("text/plain", {"note": "a;b=c"}) == (found.essence, found.parameters)


@pytest.mark.parametrize(
    ("accept", "asked"),
    [
        ("application/json", False),
        ("application/json, text/csv;q=0.9", True),
        ("text/*", True),
        ("*/*", True),
    ],
)
def test_a_request_asks_for_media_types(accept: str, asked: object) -> None:
    """By name or by range, whatever their weight."""
    assert asked == is_asked_for(accept, "text/csv; header=present")


@pytest.mark.parametrize(
    ("content", "content_type", "text"),
    [
        ("é".encode(), "text/plain", "é"),
        ("é".encode("latin-1"), "text/plain; charset=ISO-8859-1", "é"),
        ("é".encode("latin-1"), 'text/plain; charset="iso-8859-1"', "é"),
        (b"\xef\xbb\xbfa", "text/csv; charset=utf-8", "a"),
        ("é".encode("utf-16"), "text/plain", "é"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?>\xe9', "text/xml", None),
        ("é".encode(), "text/plain; charset=klingon", "é"),
        (b"\xff", "text/plain", "�"),
        (b"aGk=", "text/plain; charset=base64", "aGk="),
    ],
)
def test_text_has_the_encoding_that_it_says(
    content: bytes, content_type: str, text: str | None
) -> None:
    """By its media type, by its first bytes, or inside of XML; else it is UTF-8."""
    wanted = '<?xml version="1.0" encoding="iso-8859-1"?>é' if text is None else text

    assert wanted == text_of(content, content_type)


@pytest.mark.parametrize(
    ("name", "json", "text"),
    [
        ("application/json", True, False),
        ("application/vnd.api+json", True, False),
        ("application/jsonl", False, False),
        ("text/csv", False, True),
        ("application/atom+xml", False, True),
        ("application/yaml", False, True),
        ("image/png", False, False),
    ],
)
def test_names_say_what_is_json_and_what_is_text(
    name: str, json: object, text: object
) -> None:
    """RFC 6839 and its like included."""
    assert (json, text) == (is_json(name), is_text(name))
