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
    assert text == str(Pointer("", steps))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_what_is_written_can_be_read(steps: list[str]) -> None:
    """Any key of any document."""
    pointer = Pointer("", tuple(steps))

    assert pointer == parse_reference(str(pointer))


def test_a_reference_may_name_a_file() -> None:
    """Before the fragment."""
    expected = Pointer("common.yaml", ("Pet",))

    assert expected == parse_reference("common.yaml#/Pet")


def test_a_file_is_spelled_as_a_uri() -> None:
    """Whatever its name has in it."""
    pointer = Pointer("a b/ä#%.yaml", ("Pet",))

    assert "a%20b/%C3%A4%23%25.yaml#/Pet" == str(pointer)
    assert pointer == parse_reference(str(pointer))


@pytest.mark.parametrize(
    ("reference", "steps"),
    [
        ("#/a~1b/~01", ("a/b", "~1")),
        ("#/a%2Fb", ("a/b",)),
        ("#%2Fa%2Fb", ("a", "b")),
        ("#/a%20b/%C3%A4", ("a b", "ä")),
        ("#name", ()),
    ],
)
def test_a_fragment_is_decoded_once(reference: str, steps: tuple[str, ...]) -> None:
    """First what is percent-encoded, then what JSON Pointer escapes."""
    assert steps == parse_reference(reference).steps


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        (Pointer("schemas/pet.yaml"), "pet"),
        (Pointer("schemas/pet.schema.json"), "pet"),
        (Pointer("all.yaml", ("Pet",)), "Pet"),
        (Pointer(), ""),
    ],
)
def test_a_value_is_called_by_its_key_or_its_file(pointer: Pointer, name: str) -> None:
    """Without the endings of the file."""
    assert name == pointer.name


def test_a_pointer_is_below_what_holds_it() -> None:
    """And below itself, in the same file."""
    pet = Pointer("a.yaml", ("Pet",))

    assert pet.below(pet)
    assert (pet / "name").below(pet)
    assert not pet.below(pet / "name")
    assert not Pointer("b.yaml", ("Pet",)).below(pet)


def test_pointers_are_walked() -> None:
    """Down with a key or an index, up to the parent; the root is its own."""
    pointer = Pointer("a") / "items" / 0

    assert ("items", "0") == pointer.steps
    assert "0" == pointer.last
    assert Pointer("a") == pointer.parent.parent.parent
    assert "" == Pointer("a").last
