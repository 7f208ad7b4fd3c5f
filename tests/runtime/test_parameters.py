"""How parameters of paths and queries are written, by style.

The cases of the specification and of others are those of tests/conformance.
"""

from __future__ import annotations

import enum
import math
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from runtime.models import Model
from runtime.parameters import form, query_string
from runtime.paths import expand_path, json_segment, label, matrix, simple
from runtime.query_styles import (
    deep_object,
    json_parameter,
    pipe_delimited,
    space_delimited,
)


class Color(enum.Enum):
    """An enum that is not a string."""

    RED = "red"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_segment_that_leads_elsewhere_is_refused(value: str) -> None:
    """Dot segments and empty ones would address another resource."""
    with pytest.raises(ValueError, match="is no value for"):
        expand_path("/pets/{petId}/toys", petId=simple(value))


def test_dots_put_together_are_refused() -> None:
    """Two harmless values can make one dot segment."""
    with pytest.raises(ValueError, match="is no value for"):
        expand_path("/{a}{b}", a=simple("."), b=simple("."))


def test_a_path_value_cannot_leave_its_segment() -> None:
    """Slashes, question marks and hashes are encoded, and never read again."""
    assert expand_path("/t/{a}", a=simple("../x?y#z")) == "/t/..%2Fx%3Fy%23z"
    assert expand_path("/t/{a}/{b}", a=simple("{b}"), b=simple(1)) == "/t/%7Bb%7D/1"


def test_values_are_written_as_the_wire_knows_them() -> None:
    """Booleans in lower case, dates in ISO 8601, enums by value."""
    moment = datetime(2024, 2, 29, 12, 30, tzinfo=UTC)
    values = [True, 1.0, 2.5, moment, UUID(int=0), Color.RED]

    assert [simple(value) for value in values] == [
        "true",
        "1",
        "2.5",
        "2024-02-29T12%3A30%3A00Z",
        "00000000-0000-0000-0000-000000000000",
        "red",
    ]


def test_what_is_none_is_not_sent() -> None:
    """An absent parameter leaves no trace."""
    assert query_string(form("a", None), deep_object("b", {"c": None})) == ""
    assert query_string(space_delimited("c", None), pipe_delimited("d", [])) == ""
    assert json_parameter("a", None) == []


def test_a_lone_surrogate_is_refused() -> None:
    """There are no bytes for half a character, and no traceback of a codec says so."""
    with pytest.raises(ValueError, match="half of a surrogate pair") as caught:
        simple("\ud800")

    assert not isinstance(caught.value, UnicodeError)


@pytest.mark.parametrize("value", [math.nan, -math.inf, Decimal("NaN")])
def test_what_is_no_number_is_refused(value: object) -> None:
    """No description has a form for it."""
    with pytest.raises(ValueError, match="is no number"):
        simple(value)


def test_a_query_inside_of_a_path_is_filled_by_its_own_rules() -> None:
    """There, nothing leads elsewhere: a value may be empty, or dots."""
    path = "/responses/{id}?beta=true&at={at}"

    assert "/responses/1?beta=true&at=.." == expand_path(path, id="1", at="..")
    assert "/responses/1?beta=true&at=" == expand_path(path, id="1", at="")


@pytest.mark.parametrize(
    ("template", "path"),
    [
        ("/compare/{base}...{head}", "/compare/a%2Fb...c"),
        ("/jobs/{base}:cancel", "/jobs/a%2Fb:cancel"),
        ("/files/{head}.{base}", "/files/c.a%2Fb"),
    ],
)
def test_a_segment_holds_several_values_and_text(template: str, path: str) -> None:
    """As in the paths of GitHub and Google."""
    assert path == expand_path(template, base=simple("a/b"), head=simple("c"))


def test_reserved_characters_stay_where_they_cannot_end_anything() -> None:
    """A `#` would end the query, and a `?` the path."""
    reserved = ":/?#[]@!$&'()*+,;="

    assert [f"q={reserved.replace('#', '%23')}"] == form(
        "q", reserved, allow_reserved=True
    )
    assert ":/%3F%23[]@!$&'()*+,;=" == simple(reserved, allow_reserved=True)
    assert ["q=a%2Fb%25"] == form("q", "a%2Fb%", allow_reserved=True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (label(["a/b", "c"], allow_reserved=True), ".a/b,c"),
        (matrix("m", "a/b", allow_reserved=True), ";m=a/b"),
        (pipe_delimited("q", ["a/b", "c"], allow_reserved=True), ["q=a/b%7Cc"]),
        (space_delimited("q", ["a/b"], explode=True, allow_reserved=True), ["q=a/b"]),
        (deep_object("q", {"k": "a/b"}, allow_reserved=True), ["q%5Bk%5D=a/b"]),
    ],
)
def test_every_style_may_keep_reserved_characters(
    written: object, expected: object
) -> None:
    """Where the description says so."""
    assert expected == written


class Price(Model):
    """A model, as requests accept it."""

    currency: str
    amount: int


def test_a_deep_object_may_be_nested() -> None:
    """Arrays are numbered: nothing else says which item a property belongs to."""
    value = {"a": {"b": {"c": 1}}, "items": [{"price": "p"}, {"price": "q"}]}

    assert [
        "f%5Ba%5D%5Bb%5D%5Bc%5D=1",
        "f%5Bitems%5D%5B0%5D%5Bprice%5D=p",
        "f%5Bitems%5D%5B1%5D%5Bprice%5D=q",
    ] == deep_object("f", value)


def test_a_deep_object_may_be_an_array_or_a_text() -> None:
    """As it is in the description of Stripe."""
    assert ["expand%5B0%5D=a", "expand%5B1%5D=b"] == deep_object("expand", ["a", "b"])
    assert ["metadata="] == deep_object("metadata", "")


def test_null_inside_of_a_value_is_left_out() -> None:
    """RFC 6570 has no form for it, and text that says `None` is worse than nothing."""
    assert ["q=a", "q=b"] == form("q", ["a", None, "b"])
    assert ["q%5B0%5D=a", "q%5B1%5D=b"] == deep_object("q", ["a", None, "b"])


def test_a_model_is_written_by_its_members() -> None:
    """With the names of the wire."""
    price = Price(currency="eur", amount=5)

    assert ["currency=eur", "amount=5"] == form("price", price)
    assert ["price%5Bcurrency%5D=eur", "price%5Bamount%5D=5"] == deep_object(
        "price", price
    )
    assert ";price=currency,eur,amount,5" == matrix("price", price)


def test_an_object_inside_of_a_list_is_json() -> None:
    """The specification leaves it undefined; a representation of Python is none."""
    assert ["q=%7B%22a%22%3Atrue%7D"] == form("q", [{"a": True}])


def test_json_in_a_path_stays_in_its_segment() -> None:
    """Its slashes are encoded, too."""
    assert "%7B%22a%22%3A%22b%2Fc%3F%22%7D" == json_segment({"a": "b/c?"})
