"""How forms are written, as bodies and as queries."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from runtime.forms import form_body, form_query, form_value, json_fields
from runtime.models import Model
from runtime.parameters import form
from runtime.query_styles import deep_object, pipe_delimited


class Filter(Model):
    """A model, as requests accept it."""

    foo: str


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"a": [1, 2], "b": "x y"}, "a=1&a=2&b=x+y"),
        ({"a": "1+1=2&3"}, "a=1%2B1%3D2%263"),
        (
            {"a": {"b": "c d", "n": None}},
            "a=%7B%22b%22%3A%22c+d%22%2C%22n%22%3Anull%7D",
        ),
        ({"a": [{"b": 1}]}, "a=%7B%22b%22%3A1%7D"),
        ({"a": Filter(foo="x")}, "a=%7B%22foo%22%3A%22x%22%7D"),
        ({"a": None, "b": [], "c": ""}, "c="),
        ({"a": "é\n"}, "a=%C3%A9%0A"),
    ],
)
def test_a_form_is_written_by_its_fields(fields: dict[str, Any], text: str) -> None:
    """Arrays repeat their field, objects are JSON, and null is no field."""
    assert text == form_body(fields).text


@pytest.mark.parametrize(
    ("write", "value", "text"),
    [
        (deep_object, {"k": "v w"}, "a%5Bk%5D=v+w"),
        (deep_object, [{"k": 1}, {"k": 2}], "a%5B0%5D%5Bk%5D=1&a%5B1%5D%5Bk%5D=2"),
        (partial(form, explode=False), ["x", "y z"], "a=x,y+z"),
        (form, {"b": 1, "c": 2}, "b=1&c=2"),
        (pipe_delimited, ["x", "y"], "a=x%7Cy"),
        (json_fields, "x", "a=%22x%22"),
        (json_fields, ["x", 1], "a=%22x%22&a=1"),
    ],
)
def test_a_property_is_written_as_its_encoding_says(
    write: Any, value: object, text: str
) -> None:
    """Whether it is named, or all that is nested is written so."""
    assert text == form_body({"a": value}, encoding={"a": write}).text
    assert text == form_body({"a": value}, nested=write).text
    assert "a=x" == form_body({"a": "x"}, nested=deep_object).text


def test_reserved_characters_cannot_end_a_field() -> None:
    """Where `allowReserved` lets them through: `+` would be a space."""
    write = partial(form, allow_reserved=True)

    assert "a=/%2B%26+b" == form_body({"a": "/+& b"}, encoding={"a": write}).text


def test_a_form_has_the_names_of_the_wire() -> None:
    """What was renamed for Python, what was fixed, and what is sent elsewhere."""
    params = {"from_": 1, "id": 2, "to": 3}
    made = form_body(
        params, renamed={"from_": "from"}, without=("id",), fixed={"stream": False}
    )

    assert "from=1&to=3&stream=false" == made.text
    assert "application/x-www-form-urlencoded" == made.media_type


def test_a_whole_value_is_a_form() -> None:
    """A body that is a union is given as one value."""
    assert b"foo=x%26y" == form_value(Filter(foo="x&y")).encode()


@pytest.mark.parametrize(
    ("value", "query"),
    [
        ({"foo": "a + b", "bar": True}, "foo=a+%2B+b&bar=true"),
        ({"a": [1, 2], "b": None}, "a=1&a=2"),
        (Filter(foo="x&y"), "foo=x%26y"),
        ({}, ""),
        (None, ""),
        ("a b", "a%20b"),
    ],
)
def test_a_query_is_a_form(value: object, query: str) -> None:
    """With `+` for a space, as the specification's own example has it."""
    assert query == form_query(value)
