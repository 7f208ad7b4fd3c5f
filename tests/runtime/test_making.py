"""Models for tests are valid, plain, and made of what they cannot be without."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias

import pytest
from pydantic import Field
from shop import Image, Part, Pet, Text
from typing_extensions import TypeAliasType

from runtime.asserts import Asserts
from runtime.enums import OpenStrEnum
from runtime.errors import ResponseValidationError
from runtime.integers import IntegerText
from runtime.making import CannotMake, Maker
from runtime.models import Model, Unknown
from runtime.nothing import Nothing
from runtime.tags import Tag, by_tag
from runtime.text_types import UUID, Decimal
from runtime.text_types import datetime as dt

make = Maker(
    texts={"^[A-Z]{2}-[0-9]+$": ("AA-1", "AA-11111")},
    tags={"Third": {"type": "third"}, "Fourth": {"type": "4"}},
)


class Size(OpenStrEnum):
    """How large something is."""

    SMALL = "s"


class Everything(Model):
    """One of each."""

    text: str
    number: float
    flag: bool
    size: Size
    open: Literal["a", "b"] | str  # noqa: PYI051 - as generated
    day: dt.date
    moment: dt.datetime
    clock: dt.time
    span: dt.timedelta
    price: Decimal
    key: UUID
    raw: bytes
    big: IntegerText
    pair: tuple[int, str]
    labels: dict[str, int]
    anything: Any
    nothing: None
    part: Part
    parts: list[Part]
    maybe: str | None


def test_a_model_has_what_it_requires() -> None:
    """Texts speak, and what may be left out is."""
    pet = make(Pet)

    assert Pet(id=1, name="name") == pet
    assert {"id", "name"} == pet.model_fields_set


def test_every_type_has_values() -> None:
    """Strict validation has read them."""
    made = make(Everything)

    assert ("text", 1, True, Size.SMALL) == (
        made.text,
        made.number,
        made.flag,
        made.size,
    )
    assert dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC) == made.moment
    assert (1, {}, None, "maybe") == (made.big, made.labels, made.nothing, made.maybe)
    assert Text(text="text") == made.part
    assert [Text(text="text")] == made.parts


def test_changes_take_the_place_of_what_is_made() -> None:
    """By the names of attributes: values, models and JSON."""
    friend = make(Pet, id=2, kind="cat")
    parts = [Image(url="u"), {"type": "text", "text": "t"}]
    pet = make(Pet, owner_name="Ada", friends=[friend], parts=parts)

    assert Pet(id=2, name="name", kind="cat") == friend
    assert ("Ada", [friend]) == (pet.owner_name, pet.friends)
    assert [Image(url="u"), Text(text="t")] == pet.parts


def test_an_attribute_that_does_not_exist_is_refused() -> None:
    """With the nearest name."""
    with pytest.raises(TypeError, match=r"make\(Pet\).*'nam'; did you mean 'name'"):
        make(Pet, nam="Flaff")


def test_a_value_that_does_not_fit_is_refused() -> None:
    """Where it is, and what is wrong with it."""
    with pytest.raises(ResponseValidationError, match=r"make\(Pet\): \$\.id"):
        make(Pet, id="one")


NUMBERS = [
    {"minimum": 5},
    {"exclusive_minimum": 5},
    {"maximum": -5},
    {"exclusive_maximum": -5},
    {"minimum": 2, "multiple_of": 7},
    {"exclusive_minimum": 0, "exclusive_maximum": 1},
    {"minimum": 0.25, "maximum": 0.75, "multiple_of": 0.25},
    {"enum": [3, 4]},
]


@pytest.mark.parametrize("asserted", NUMBERS)
def test_numbers_are_within_their_bounds(asserted: Any) -> None:
    """Inclusive, exclusive, in steps."""

    class Bounded(Model):
        value: Annotated[float, Asserts(**asserted)]

    assert isinstance(make(Bounded).value, float)


TEXTS = [
    ({"min_length": 9}, "valuexxxx"),
    ({"max_length": 3}, "val"),
    ({"min_length": 2, "max_length": 2}, "va"),
    ({"pattern": "^[A-Z]{2}-[0-9]+$"}, "AA-1"),
    ({"pattern": "^[A-Z]{2}-[0-9]+$", "min_length": 6}, "AA-11111"),
    ({"pattern": "^[0-9]*$"}, "1"),
    ({"pattern": "^[0-9]*$", "min_length": 3}, "111"),
    ({"format": "date"}, "2026-01-31"),
    ({"enum": ["one", "two"]}, "one"),
    ({"not_": {"const": "value"}}, "value2"),
    ({"all_of": [{"min_length": 6}, {"max_length": 7}]}, "valuex"),
]


@pytest.mark.parametrize(("asserted", "expected"), TEXTS)
def test_texts_are_what_is_asserted(asserted: Any, expected: str) -> None:
    """By length, pattern, format, or one of a list."""
    all_of = [_spelled(each) for each in asserted.get("all_of", ())]
    if all_of:
        asserted = {"all_of": all_of}

    class Bounded(Model):
        value: Annotated[str, Asserts(**asserted)]

    assert expected == make(Bounded).value


def _spelled(keywords: dict[str, int]) -> dict[str, int]:
    return {key.replace("_l", "L"): value for key, value in keywords.items()}


def test_lists_are_as_long_as_they_must_be() -> None:
    """One item, unless more or fewer are asked for; unique ones differ."""

    class Lists(Model):
        one: list[int]
        none: Annotated[list[int], Asserts(max_items=0)]
        three: Annotated[list[str], Asserts(min_items=3)]
        unique: Annotated[list[str], Asserts(min_items=3, unique_items=True)]

    made = make(Lists)

    assert ([1], [], ["three"] * 3) == (made.one, made.none, made.three)
    assert ["unique", "unique2", "unique3"] == made.unique


def test_maps_are_empty_unless_they_must_not_be() -> None:
    """Then they have one member."""

    class Maps(Model):
        empty: dict[str, int]
        full: Annotated[dict[str, int], Asserts(min_properties=1)]

    assert {"empty": {}, "full": {"key": 1}} == make(Maps).model_dump()


class Node(Model):
    """A node that holds others."""

    name: str
    children: list[Node]
    parent: Node | None


class Endless(Model):
    """An object that holds itself."""

    inner: Endless


def test_what_holds_itself_comes_to_an_end() -> None:
    """Where it may be null, or be none."""
    assert Node(name="name", children=[], parent=None) == make(Node)


Json = TypeAliasType("Json", "str | list[Json] | dict[str, Json]")
Rows = TypeAliasType("Rows", "list[Rows]")


class Nested(Model):
    """An object of what is made of itself."""

    value: Json
    rows: Rows


def test_what_is_made_of_itself_is_plain() -> None:
    """A text, or an empty list."""
    assert Nested(value="value", rows=[]) == make(Nested)


def test_what_has_no_value_says_what_to_give() -> None:
    """An object that holds itself, and a property that nothing fits."""

    class Odd(Model):
        code: Annotated[str, Asserts(pattern="^[a-z]{3}~$")]
        name: str

    class Never(Model):
        nothing: Nothing

    with pytest.raises(CannotMake, match="Endless needs 'inner' to be given"):
        make(Endless)
    with pytest.raises(CannotMake, match="Never needs 'nothing'"):
        make(Never)
    with pytest.raises(CannotMake, match="Odd needs 'code' to be given"):
        make(Odd)
    assert Odd(code="abc~", name="name") == make(Odd, code="abc~")


def test_a_property_that_cannot_be_made_does_not_matter_where_it_may_be_absent() -> (
    None
):
    """Nor where another variant can be made."""

    class Loose(Model):
        inner: Endless | None = None
        either: Endless | int

    assert {"either": 1} == make(Loose).model_dump(exclude_unset=True)


def test_an_object_has_more_where_that_is_asserted() -> None:
    """One property, all of them, or one that is not declared."""

    @Asserts(any_of=[{"required": ["email"]}, {"required": ["phone"]}])
    class Reachable(Model):
        email: str | None = None
        phone: str | None = None

    @Asserts(min_properties=2)
    class Full(Model):
        first: int | None = None
        second: int | None = None

    @Asserts(required=["other"])
    class Loose(Model):
        one: Annotated[str | None, Field(alias="oneName")] = None

    assert {"email": "email"} == make(Reachable).model_dump(exclude_unset=True)
    assert {"first": 1, "second": 1} == make(Full).model_dump(exclude_unset=True)
    assert {"other": "other"} == make(Loose).model_extra


def test_a_tag_is_that_of_its_variant() -> None:
    """Whatever the property alone would be; numbers stay numbers."""

    class First(Model):
        version: int
        kind: str

    class Second(Model):
        other: int

    tagged = Annotated[
        Annotated[First, Tag("7")]
        | Annotated[Second, Tag("8")]
        | Annotated[Unknown, Tag("")],
        by_tag("version"),
    ]

    class Holder(Model):
        held: tagged  # type: ignore[valid-type]

    assert First(version=7, kind="kind") == make(Holder).held


def test_constants_are_what_they_are() -> None:
    """Also those of enumerations that are closed."""

    class Colour(StrEnum):
        RED = "red"

    class Constants(Model):
        kind: Literal["pet"] = "pet"
        version: Literal[2, 3]
        colour: Colour

    made = make(Constants)

    assert ("pet", 2, Colour.RED) == (made.kind, made.version, made.colour)
    assert {"kind", "version", "colour"} == made.model_fields_set


class Third(Model):
    """A variant that shares its enumeration with others, under one of its values."""

    type: Literal["first", "second", "third"] | str  # noqa: PYI051 - as generated
    size: int | None = None


class Fourth(Model):
    """A variant that does not declare what it is chosen by."""

    name: str


Chosen: TypeAlias = Annotated[
    Annotated[Third, Tag("third")]
    | Annotated[Fourth, Tag("4")]
    | Annotated[Unknown, Tag("")],
    by_tag("type"),
]


class Holding(Model):
    """What holds one of them."""

    chosen: Chosen


def test_a_variant_has_the_tag_by_which_its_union_knows_it() -> None:
    """Also alone: an event that is made is read as the same event."""
    for made in (make(Third), make(Fourth)):
        assert made == Holding.model_validate({"chosen": made.__json__()}).chosen
    assert "third" == make(Third).type
    assert {"type": "4"} == make(Fourth).model_extra
    assert "first" == make(Third, type="first").type


def test_a_union_makes_the_first_of_its_models_that_has_what_is_given() -> None:
    """Nobody has to know which one that is."""
    assert make(Third) == make(Chosen)
    assert make(Fourth, name="Flaff") == make(Chosen, name="Flaff")
    assert make(Third, size=1) == make(Third | Fourth | None, size=1)


def test_a_union_says_what_none_of_its_models_has() -> None:
    """With the nearest name, or that they do not go together."""
    with pytest.raises(TypeError, match="'nam'; did you mean 'name'"):
        make(Chosen, nam="Flaff")
    with pytest.raises(TypeError, match="no variant has all of name, size"):
        make(Chosen, name="Flaff", size=1)


def test_a_value_that_is_listed_is_made() -> None:
    """Of an enumeration, or of a type that only has a name."""
    assert Size.SMALL == make(Size)
    assert "a" == make(Literal["a", "b"])
    assert "value" == make(Json)


def test_what_is_no_type_of_the_api_is_refused() -> None:
    """By what it is, and not by what went wrong with it."""
    with pytest.raises(TypeError, match=r"make\(\) takes a type of the API, not 3"):
        make(3)
