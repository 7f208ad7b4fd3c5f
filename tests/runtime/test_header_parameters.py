"""How parameters become headers and cookies."""

from __future__ import annotations

import pytest

from runtime.header_parameters import (
    cookie_pair,
    cookie_string,
    header_field,
    header_fields,
    json_field,
)


def test_what_is_none_is_not_sent() -> None:
    """An absent parameter leaves no trace."""
    assert {} == header_fields(header_field("X-A", None), json_field("X-B", None))
    assert "" == cookie_string(cookie_pair("a", None), cookie_pair("b", []))
    assert [] == cookie_pair("a", None, encode=False, explode=False)


@pytest.mark.parametrize("text", ["a\nb: c", "a\r\nb: c", "a\0"])
def test_a_header_cannot_break_its_line(text: str) -> None:
    """A line break would start a header of the caller's choice."""
    with pytest.raises(ValueError, match="line break"):
        header_field("X-A", text)
    with pytest.raises(ValueError, match="line break"):
        cookie_pair("a", text, encode=False)


@pytest.mark.parametrize("text", ["é", "日本", "\ud800"])
def test_a_header_holds_ascii_only(text: str) -> None:
    """Nobody agrees on what other bytes mean: it is refused, and not by a codec."""
    with pytest.raises(ValueError, match="X-A may hold ASCII only") as caught:
        header_field("X-A", text)

    assert not isinstance(caught.value, UnicodeError)


def test_white_space_around_a_header_is_left_out() -> None:
    """Whoever receives it would take it off."""
    assert ("X-A", "a  b") == header_field("X-A", " a  b\t")


def test_a_header_is_not_encoded() -> None:
    """Percent signs and commas mean themselves."""
    assert ("X-A", '50%, "a"') == header_field("X-A", '50%, "a"')
    assert ("X-A", "R=100,G=200") == header_field(
        "X-A", {"R": 100, "G": 200}, explode=True
    )


def test_json_in_a_header_is_ascii() -> None:
    """JSON can say everything with ASCII."""
    assert ("X-A", '{"a":"\\u00e9\\ud83d\\ude00"}') == json_field("X-A", {"a": "é😀"})


def test_a_cookie_cannot_break_out() -> None:
    """A semicolon would start another cookie."""
    assert cookie_string(cookie_pair("a", "1; b")) == "a=1%3B%20b"
    assert ["a=1/2%3B3"] == cookie_pair("a", "1/2;3", allow_reserved=True)
    with pytest.raises(ValueError, match="semicolon"):
        cookie_pair("a", "1; b", encode=False)


def test_an_exploded_cookie_is_several() -> None:
    """With the delimiter of cookies, not the one of forms."""
    value = {"R": 100, "G": 200}

    assert "R=100; G=200" == cookie_string(cookie_pair("color", value))
    assert "R=100; G=200" == cookie_string(cookie_pair("color", value, encode=False))
    assert "c=1; c=2" == cookie_string(cookie_pair("c", [1, 2]))
    assert "c=1,2" == cookie_string(cookie_pair("c", [1, 2], explode=False))
