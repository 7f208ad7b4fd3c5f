"""Pointers, RFC 6901."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.pointer import Pointer, parse_reference


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ((), "#"),
        (("paths", "/pets/{id}"), "#/paths/~1pets~1{id}"),
        (("a~b", ""), "#/a~0b/"),
        (("a b", "%", "ä"), "#/a%20b/%25/%C3%A4"),
    ],
)
def test_a_pointer_is_written_as_a_fragment(steps: tuple[str, ...], text: str) -> None:
    """With the escapes of JSON Pointer inside those of URIs."""
    assert text == str(Pointer("api.yaml", steps))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_what_is_written_can_be_read(steps: list[str]) -> None:
    """Any key of any document."""
    pointer = Pointer("", tuple(steps))

    assert pointer == parse_reference(str(pointer))


def test_a_reference_may_name_a_file() -> None:
    """Before the fragment."""
    expected = Pointer("common.yaml", ("Pet",))

    assert expected == parse_reference("common.yaml#/Pet")


def test_pointers_are_walked() -> None:
    """Down with a key or an index, up to the parent; the root is its own."""
    pointer = Pointer("a") / "items" / 0

    assert ("items", "0") == pointer.steps
    assert "0" == pointer.last
    assert Pointer("a") == pointer.parent.parent.parent
    assert "" == Pointer("a").last
