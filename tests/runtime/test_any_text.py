"""Whatever a text holds, it arrives as it was given, and nothing else with it."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote

import httpx2
from hypothesis import given
from hypothesis import strategies as st

from runtime.forms import form_body
from runtime.parameters import form, query_string
from runtime.paths import expand_path, label, matrix, simple
from runtime.query_styles import deep_object

TEXTS = st.text()
ENCODABLE = st.text(st.characters(exclude_categories=["Cs"]))
PLACE = "https://pets.example"


def raw_path(target: str) -> str:
    """Return what an HTTP library asks for, having read the address its own way."""
    return httpx2.URL(f"{PLACE}{target}").raw_path.decode()


@given(TEXTS)
def test_a_path_has_as_many_segments_as_its_template(text: str) -> None:
    """A value is refused, or it is one segment and decodes to itself."""
    try:
        target = expand_path("/pets/{id}/toys", id=simple(text))
    except ValueError:
        assert text in {"", ".", ".."} or not _is_encodable(text)
        return
    _, first, middle, last = raw_path(target).split("/")

    assert ("pets", text, "toys") == (first, unquote(middle), last)


@given(ENCODABLE)
def test_prefixes_of_styles_are_all_that_is_added(text: str) -> None:
    """`label` and `matrix` write the same text behind a mark."""
    try:
        target = expand_path("/{a}/{b}", a=matrix("a", text), b=label(text))
    except ValueError:
        assert text in {"", "."}
        return
    _, first, second = raw_path(target).split("/")

    assert (f";a={text}" if text else ";a", f".{text}") == (
        unquote(first),
        unquote(second),
    )


@given(ENCODABLE, ENCODABLE)
def test_a_query_holds_what_was_given(key: str, text: str) -> None:
    """Names of the caller's own cannot leave their brackets' parameter either."""
    query = query_string(form("q", text), deep_object("f", {key: text}))
    target = f"/pets?{query}"

    assert target == raw_path(target)
    assert [("q", text), (f"f[{key}]", text)] == parse_qsl(
        query, keep_blank_values=True
    )


@given(st.dictionaries(ENCODABLE, ENCODABLE))
def test_a_form_holds_what_was_given(fields: dict[str, str]) -> None:
    """Spaces and plus signs among it."""
    assert list(fields.items()) == parse_qsl(
        form_body(fields).text, keep_blank_values=True
    )


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= one <= "\udfff" for one in text)
