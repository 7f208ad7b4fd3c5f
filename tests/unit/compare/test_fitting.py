"""Which types fit where others are expected."""

from __future__ import annotations

import pytest

from clientsmith.compare.fitting import Fitting, Names
from clientsmith.surface.annotations import read_annotation

ALIASES = {
    "models.Status": read_annotation('Literal["a", "b"] | str'),
    "params.StatusParam": read_annotation('Literal["a", "b"]'),
    "params.Loop": read_annotation("params.Loop | None"),
}
FITTING = Fitting(Names(ALIASES), Names(ALIASES))
TAGGED = 'Annotated[{} | Annotated[Unknown, Tag("")], by_tag("kind")]'
CAT = 'Annotated[models.Cat, Tag("cat")]'
DOG = 'Annotated[models.Dog, Tag("dog")]'


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("str", "str"),
        ("str", "str | None"),
        ("int", "float"),
        ("IntegerText", "int"),
        ("str", "Any"),
        ('Literal["a"]', "str"),
        ('Literal["a"]', 'Literal["b", "a"]'),
        ('Literal["a", 1]', "str | int"),
        ("int | str", "str | int"),
        ("list[int]", "list[float]"),
        ("tuple[int, str]", "Sequence[int | str]"),
        ("Mapping[str, int]", "Mapping[str, int | None]"),
        ("models.Status", "str"),
        ("params.StatusParam", "models.Status"),
        ("models.Pet", "models.Pet | params.PetParam"),
        ("params.Loop", "params.Loop | str"),
        (TAGGED.format(f"{CAT} | {DOG}"), TAGGED.format(CAT)),
        (TAGGED.format(CAT), TAGGED.format(f"{CAT} | {DOG}")),
        ("models.Cat", TAGGED.format(CAT)),
    ],
)
def test_one_type_fits_another(source: str, target: str) -> None:
    """Whoever expects the second can live with the first."""
    assert FITTING.fits(read_annotation(source), read_annotation(target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("str | None", "str"),
        ("float", "int"),
        ("bool", "int"),
        ("Any", "str"),
        ("str", 'Literal["a"]'),
        ("Literal[True]", "int"),
        ("Literal[1]", "Literal[True]"),
        ("list[str]", "Sequence[str]"),
        ("list[str | None]", "list[str]"),
        ("models.Pet", "models.Dog"),
        ("models.Status", "params.StatusParam"),
        (TAGGED.format(CAT), "models.Cat"),
        (TAGGED.format('Annotated[models.Dog, Tag("cat")]'), TAGGED.format(CAT)),
        ("Pages[models.Pet]", "models.PetList"),
    ],
)
def test_one_type_does_not_fit_another(source: str, target: str) -> None:
    """Something of the first is not expected."""
    assert not FITTING.fits(read_annotation(source), read_annotation(target))


def test_what_was_renamed_is_the_same() -> None:
    """In both directions."""
    old, new = Names({}, {"models.Pet": "models.Animal"}), Names({})
    pet, animal = (
        read_annotation("list[models.Pet]"),
        read_annotation("list[models.Animal]"),
    )

    assert Fitting(old, new).fits(pet, animal)
    assert Fitting(new, old).fits(animal, pet)
    assert Fitting(old, new).are_same(pet, animal)
    assert not Fitting(old, new).fits(pet, pet)
