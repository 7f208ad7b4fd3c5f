"""Annotations are read back as what they say to callers."""

from __future__ import annotations

import pytest

from clientsmith.surface import (
    NONE,
    Anything,
    Generic,
    Literals,
    Named,
    OneOf,
    Plain,
    Tagged,
    Type,
    spelled,
)
from clientsmith.surface.annotations import read_annotation

CAT = 'Annotated[models.Cat, Tag("cat")]'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("str", Plain("str")),
        ("datetime.date", Plain("datetime.date")),
        ("Any", Anything()),
        ("None", NONE),
        ("models.Pet", Named("models.Pet")),
        ("params.PetParam | None", OneOf((Named("params.PetParam"), NONE))),
        ("str | int | str", OneOf((Plain("str"), Plain("int")))),
        ('Literal["a", -1, True]', Literals(("a", -1, True))),
        ("list[str]", Generic("list", (Plain("str"),))),
        ("dict[str, int]", Generic("dict", (Plain("int"),))),
        ("Mapping[str, Any]", Generic("Mapping", (Anything(),))),
        ("tuple[str, int]", Generic("tuple", (Plain("str"), Plain("int")))),
        ('"models.Pet"', Named("models.Pet")),
        ("Annotated[Literal[1], Exact]", Literals((1,))),
        (
            "(str | int) | (bytes | None)",
            OneOf((Plain("str"), Plain("int"), Plain("bytes"), NONE)),
        ),
        (
            f'Annotated[{CAT} | Annotated[Unknown, Tag("")], by_tag("kind")]',
            Tagged("kind", (("cat", Named("models.Cat")),)),
        ),
    ],
)
def test_an_annotation_is_read(text: str, expected: Type) -> None:
    """Marks for the run time are no part of it, nor is how it is written."""
    assert expected == read_annotation(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("models.Pet | None", "Pet | None"),
        ("Mapping[str, params.PetParam]", "Mapping[str, PetParam]"),
        ("Literal['a', \"it's\"]", 'Literal["a", "it\'s"]'),
        (
            'Annotated[Annotated[models.Cat, Tag("cat")], by_tag("kind")]',
            "Cat | Unknown",
        ),
    ],
)
def test_a_type_is_spelled_for_people(text: str, expected: str) -> None:
    """As they would write it themselves."""
    assert expected == spelled(read_annotation(text))
