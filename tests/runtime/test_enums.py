"""Enumerations that keep what they do not list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from runtime.decode import Context, decode_json
from runtime.enums import OpenIntEnum, OpenStrEnum
from runtime.errors import ResponseValidationError
from runtime.integers import IntegerText
from runtime.models import Model
from runtime.to_json import to_json

if TYPE_CHECKING:
    from runtime.options import Validation


class Size(OpenStrEnum):
    """How big something is."""

    BIG = "big"
    SMALL = "small"


class Colour(OpenStrEnum):
    """What something looks like."""

    RED = "red"


class Level(OpenIntEnum):
    """How loud something is."""

    LOW = 1


class Counter(Model):
    """Counts, or says how loud it is."""

    value: IntegerText | Level


def read(value: object, returns: Any, validation: Validation = "strict") -> Any:
    """Read JSON as a type."""
    text = json.dumps(value)
    return decode_json(text, returns, Context("op", validation, status=200))


@pytest.mark.parametrize("returns", [Size | Colour, Colour | Size])
def test_of_several_the_one_is_taken_that_lists_the_value(returns: Any) -> None:
    """Whichever comes first; what none of them lists is still a text."""
    assert read("red", returns) is Colour.RED
    assert read("big", returns) is Size.BIG
    assert "green" == read("green", returns)


@pytest.mark.parametrize("returns", [Size | str, str | Size])
def test_beside_text_listed_values_are_members(returns: Any) -> None:
    """In both orders."""
    assert read("big", returns) is Size.BIG
    assert "huge" == read("huge", returns)


@pytest.mark.parametrize(
    "returns", [Level | bool, bool | Level, Level | float | bool, Level | Size | bool]
)
def test_true_is_no_number(returns: Any) -> None:
    """As in JSON, and not as in Python."""
    yes = True

    assert read(yes, returns) is yes
    assert read(1, returns) is Level.LOW


@pytest.mark.parametrize("wrong", [1, None, ["big"], {}, 1.5])
def test_what_is_no_text_is_refused_or_kept(wrong: object) -> None:
    """As every value of another type."""
    assert wrong == read(wrong, Size, "lenient")
    with pytest.raises(ResponseValidationError, match="one of Size"):
        read(wrong, Size)


def test_integers_that_are_text_stay_apart_from_members() -> None:
    """A member is a number in JSON, beside numbers that are texts there."""
    for value in ("7", 1, 2):
        assert {"value": value} == json.loads(to_json(read({"value": value}, Counter)))


@pytest.mark.parametrize("value", [1, 1.5, None, b"big"])
def test_a_text_is_made_of_text_alone(value: Any) -> None:
    """By hand as well."""
    with pytest.raises(ValueError, match="is not a valid Size"):
        Size(value)


@pytest.mark.parametrize("value", ["1", 1.5, None])
def test_an_integer_is_made_of_integers_alone(value: Any) -> None:
    """By hand as well."""
    with pytest.raises(ValueError, match="is not a valid Level"):
        Level(value)


def test_a_member_of_another_enumeration_is_its_value() -> None:
    """It is a text as any other."""
    made = Size(Colour.RED)

    assert (Size, "red", str) == (type(made), made, type(made.value))
