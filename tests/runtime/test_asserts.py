"""What strict validation checks beyond types, and that nothing else does."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter

from runtime.assertions import Unfit
from runtime.asserts import Asserts
from runtime.assumed import Assumed
from runtime.decode import Context, Reader, decode_json, reader
from runtime.drift import DriftWarning
from runtime.errors import ResponseValidationError
from runtime.integers import IntegerText
from runtime.judge import judge
from runtime.models import Model, Unknown
from runtime.null import Null
from runtime.tags import Tag, by_tag
from runtime.text_types import Decimal
from runtime.text_types import datetime as dt
from runtime.to_json import to_json

LENIENT = Context("pets.get", "lenient", 200)
STRICT = Context("pets.get", "strict", 200)
WARN = Context("pets.get", "warn", 200)


class Size(Model):
    """How large something is."""

    width: Annotated[int, Asserts(minimum=1)]


@Asserts(additional_properties=False, min_properties=2)
class Box(Model):
    """A class that is asserted something of as a whole."""

    kind: Literal["box"] = "box"
    size: Size | None = None
    label_text: Annotated[
        str | None, Field(alias="labelText"), Asserts(max_length=3)
    ] = None
    tags: list[Annotated[str, Asserts(pattern="^a")]] | None = None


@Asserts(additional_properties=False)
class Link(Model):
    """Closed, and in a circle: it is built before its field is wholly known."""

    held_by: Annotated[Ring | None, Field(alias="heldBy")] = None


class Ring(Model):
    """What is in a circle with it."""

    link: Link | None = None


class Crate(Model):
    """Its undeclared properties have a type."""

    kind: Literal["crate"] = "crate"
    __pydantic_extra__: dict[str, Annotated[int, Asserts(minimum=1)]] = Field(
        init=False
    )


@Asserts(min_properties=1, max_length=2)
class Loose(Assumed):
    """An object by its properties alone."""

    name: str | None = None
    point: tuple[int, int] | None = None


Freight = Annotated[
    Annotated[Box, Tag("box")]
    | Annotated[Crate, Tag("crate")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]


def read(value: Any, returns: Any, context: Context = STRICT) -> Any:
    """Read a value as if a server had sent it."""
    return decode_json(json.dumps(value), returns, context)


def refused(value: Any, returns: Any) -> str | None:
    """Say why strict validation refuses a value, if it does."""
    try:
        read(value, returns)
    except ResponseValidationError as problem:
        return str(problem)
    return None


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({"kind": "box", "size": {"width": 0}}, "$.size.width"),
        ({"kind": "box", "labelText": "long"}, "$.labelText"),
        ({"kind": "box", "tags": ["a", "b"]}, "$.tags[1]"),
        ({"kind": "box", "later": 1}, "$: "),
        ({"kind": "box"}, "$: "),
        ({"size": None, "tags": []}, "$.kind"),
    ],
)
def test_what_is_asserted_is_checked(value: Any, place: str) -> None:
    """Of attributes, of items, of the whole; the error says where."""
    assert place in (refused(value, Box) or "")


def test_what_fits_is_read_as_ever() -> None:
    """In the same classes, and written as it came."""
    value = {"kind": "box", "size": {"width": 2}, "labelText": "abc", "tags": ["ab"]}
    box = read(value, Box)

    assert (Box, Size, "abc") == (type(box), type(box.size), box.label_text)
    assert value == json.loads(to_json(box))


def test_variants_are_checked_wherever_they_are() -> None:
    """And properties that have no attribute, too."""
    returns = dict[str, list[Freight | None]]
    good, bad = {"kind": "crate", "other": 1}, {"kind": "crate", "other": 0}

    assert not refused({"a": [good, None]}, returns)
    assert refused({"a": [good, bad]}, returns)
    assert refused({"a": [{"kind": "box", "later": 1, "tags": []}]}, returns)


def test_a_variant_of_tomorrow_is_still_kept() -> None:
    """Enumerations and unions grow, and their types say so."""
    later = read({"kind": "barrel", "litres": 9}, Freight)

    assert type(later) is Unknown


@pytest.mark.parametrize("mode", ["lenient", "warn"])
def test_the_default_keeps_what_is_not_as_asserted(mode: Any) -> None:
    """With its types; only a warning says that strict validation would refuse it."""
    value = {"kind": "box", "size": {"width": 0}, "later": 1}
    if mode == "lenient":
        box = read(value, Box, LENIENT)
    else:
        with pytest.warns(DriftWarning, match=r"\$.size.width: .* equal to 1"):
            box = read(value, Box, WARN)

    assert (Box, Size) == (type(box), type(box.size))
    assert value == json.loads(to_json(box))


def test_warnings_keep_what_has_another_type() -> None:
    """As it came, as lenient validation does."""
    with pytest.warns(DriftWarning):
        box = read({"kind": "box", "size": {"width": "wide"}}, Box, WARN)

    assert "wide" == box.size.width


def test_models_that_people_build_are_not_checked() -> None:
    """The server is the judge of what is sent."""
    built = Box(size=Size(width=0), labelText="long", later=1)
    validated = Box.model_validate({"kind": "box", "size": {"width": 0}})

    assert (0, 0) == (built.size.width, validated.size.width)


def test_classes_that_were_used_before_are_checked_too() -> None:
    """The library uses a class again as it was built, and here it is built anew."""
    TypeAdapter(Box).validate_python({"kind": "box", "size": {"width": 1}})
    Box(size=Size(width=3))

    assert refused({"kind": "box", "size": {"width": 0}}, Box)


def test_plain_validators_do_not_know_of_it() -> None:
    """What is asserted is noted in the schema, and costs a plain reader nothing."""
    plain, marked = Reader(list[int]), Reader(list[Annotated[int, Asserts(minimum=1)]])
    schemas = plain._schema["items_schema"], dict(marked._schema["items_schema"])
    notes = schemas[1].pop("metadata")

    assert schemas[0] == schemas[1]
    assert {"asserts": [{"minimum": 1}]} == notes


@pytest.mark.parametrize(
    ("kind", "fitting", "wrong"),
    [
        (IntegerText, "12", "123"),
        (dt.datetime, "2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000Z"),
        (Decimal, "1.50", "1.5000000000000000000000"),
        (bytes, "aGVsbG8=", "aGVsbG8gaGVsbG8gaGVsbG8="),
    ],
)
def test_bounds_are_those_of_the_text_on_the_wire(
    kind: Any, fitting: str, wrong: str
) -> None:
    """A number that is text there has a length, and no minimum."""
    most = len(fitting)
    marked = Annotated[kind, Asserts(minimum=10**30, max_length=most)]

    assert not refused(fitting, marked)
    assert refused(wrong, marked)


@pytest.mark.parametrize("value", ["ab", 7, None, [], {"name": "a"}])
def test_what_is_assumed_to_be_an_object_may_be_none(value: Any) -> None:
    """Any other JSON is kept."""
    assert value == json.loads(to_json(read(value, Loose)))


@pytest.mark.parametrize("value", ["abc", {}, {"name": 1}])
def test_what_is_asserted_of_it_holds_for_all_of_it(value: Any) -> None:
    """A text is judged as a text, and an object as an object."""
    assert refused(value, Loose)


def test_a_tuple_inside_of_it_is_one() -> None:
    """Though a validator has made a list of it on the way."""
    loose = read({"point": [1, 2]}, Loose)

    assert (1, 2) == loose.point
    assert refused({"point": [1, "b"]}, Loose)
    assert refused({"point": [1]}, Loose)


def test_null_is_a_value() -> None:
    """An answer that is null is no answer without content."""
    assert read(None, Null) is None
    assert refused(1, Null)


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """`2.0` is a multiple of two, and an integer."""
    even = Annotated[int, Asserts(multiple_of=2)]

    assert 2 == decode_json("2.0", even, STRICT)
    with pytest.raises(ResponseValidationError, match="multiple of 2"):
        decode_json("3.0", even, STRICT)


def test_marks_that_say_the_same_are_equal() -> None:
    """So that there is one reader for each type, however often it is spelled."""
    one, other = (Annotated[int, Asserts(enum=[1, 2])] for _ in range(2))

    assert reader(one) is reader(other)
    assert Asserts(const=1) != Asserts(const=True)
    assert "Asserts({'minLength': 1, 'not': True})" == repr(
        Asserts(min_length=1, not_=True)
    )


BOUNDS = [
    f"{side}_{what}"
    for side in ("min", "max")
    for what in ("length", "items", "properties")
]
BOUNDS += ["minimum", "maximum", "exclusive_minimum", "exclusive_maximum"]


@given(
    kind=st.sampled_from([str, int, float, list[int], dict[str, int]]),
    bound=st.sampled_from(BOUNDS),
    limit=st.integers(0, 4) | st.sampled_from([0.5, 2**53 + 1, 10**30, 10**400]),
    value=st.text(max_size=5)
    | st.integers(-1, 5)
    | st.sampled_from([2**53 + 1, 10**30, 10**400, 0.5, 1e300])
    | st.lists(st.integers(0, 3), max_size=5)
    | st.dictionaries(st.text(max_size=2), st.integers(0, 3), max_size=5),
)
def test_the_library_checks_what_it_means_the_same_by(
    kind: Any, bound: Any, limit: Any, value: Any
) -> None:
    """Whoever checks a bound, the same values are refused."""
    marks: dict[str, Any] = {bound: limit}
    expected = refused(value, kind) or not _fits(marks, read(value, kind))

    assert bool(expected) == bool(refused(value, Annotated[kind, Asserts(**marks)]))


def _fits(marks: dict[str, Any], value: Any) -> bool:
    try:
        judge(Asserts(**marks).schema, value)
    except Unfit:
        return False
    return True


def test_a_closed_class_in_a_circle_knows_its_properties_by_the_wire() -> None:
    """Whichever of them is read first; others are refused."""
    content = '{"link":{"heldBy":{"link":{}}}}'

    assert content.encode() == to_json(decode_json(content, Ring, STRICT))
    with pytest.raises(ResponseValidationError, match="held_by"):
        decode_json('{"link":{"held_by":{}}}', Ring, STRICT)
