"""A parameter can be the whole query."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.models import Model
from runtime.query import form_query, json_query


class Filter(Model):
    """A model, as requests accept it."""

    foo: str


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
def test_an_object_is_written_as_a_form(value: object, query: str) -> None:
    """With `+` for a space, as the specification's own example has it."""
    assert query == form_query(value)


@pytest.mark.parametrize(
    ("value", "query"),
    [
        ({"a": [1, "&"]}, "%7B%22a%22%3A%5B1%2C%22%26%22%5D%7D"),
        (0, "0"),
        (None, ""),
    ],
)
def test_json_is_encoded(value: Any, query: str) -> None:
    """All of it is one value."""
    assert query == json_query(value)
