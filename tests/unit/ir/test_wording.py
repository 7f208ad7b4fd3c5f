"""What no type expresses is said in words."""

from __future__ import annotations

import json

import pytest

from clientsmith.ir import Assertion
from clientsmith.ir.wording import in_words


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"contains": {"type": "null"}}, 'Some item fits `{"type": "null"}`'),
        ({"contains": {}, "minContains": 2}, "At least 2 items fit `{}`"),
        (
            {"contains": {}, "minContains": 0, "maxContains": 3},
            "At most 3 items fit `{}`",
        ),
        ({"contains": {}, "maxContains": 3}, "From 1 to 3 items fit `{}`"),
        (
            {"contains": {}, "minContains": 2, "maxContains": 2},
            "Exactly 2 items fit `{}`",
        ),
        ({"dependentRequired": {"a": ["b", "c"]}}, "`a` requires `b` and `c`"),
        ({"dependentSchemas": {"a": {"required": ["b"]}}}, "`a` requires `b`"),
        ({"dependentSchemas": {"a": {"x": 1}}}, 'With `a`, it fits `{"x": 1}`'),
        ({"if": {}, "then": {"x": 1}}, 'If it fits `{}`, then `{"x": 1}`'),
        ({"if": {}, "else": {"x": 1}}, 'If it fits `{}`, else `{"x": 1}`'),
        ({"not": {"const": "a"}}, "Anything but `a`"),
        ({"not": {"enum": [1, None]}}, "Anything but `1` or `null`"),
        ({"not": {"required": ["a"]}}, "Without `a`"),
        ({"not": {"required": ["a", "b"]}}, "Without `a` and `b` together"),
        ({"not": {"type": "null"}}, 'Does not fit `{"type": "null"}`'),
        ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, "Requires `a` or `b`"),
        (
            {"anyOf": [{"required": ["a", "b"]}, {"required": ["c"]}]},
            "Requires `a` with `b` or `c`",
        ),
        (
            {"oneOf": [{"required": [name]} for name in "abc"]},
            "Requires exactly one of `a`, `b` or `c`",
        ),
        ({"propertyNames": {"pattern": "^x-"}}, "Names match `^x-`"),
        ({"propertyNames": {"enum": ["a", "b"]}}, "Names are `a` or `b`"),
        ({"propertyNames": {"maxLength": 3}}, 'Names fit `{"maxLength": 3}`'),
        ({"unevaluatedProperties": False}, "No other properties"),
        ({"unevaluatedItems": {"x": 1}}, 'Other items fit `{"x": 1}`'),
    ],
)
def test_a_keyword_is_a_sentence(given: dict[str, object], expected: str) -> None:
    """In the words of the document."""
    assert [expected] == list(in_words(_assertions(given)))


@pytest.mark.parametrize(
    "given",
    [
        {"if": {"x": 1}},
        {"then": {"x": 1}},
        {"minContains": 2},
        {"contains": {}, "minContains": 0},
        {"not": {}},
        {"dependentRequired": {}},
    ],
)
def test_what_asserts_nothing_is_not_said(given: dict[str, object]) -> None:
    """Alone, these keywords allow everything, or are in the type."""
    assert [] == list(in_words(_assertions(given)))


def test_an_empty_list_of_what_is_required_is_not_said() -> None:
    """`a` requires nothing."""
    assert [] == list(in_words(_assertions({"dependentRequired": {"a": []}})))


def _assertions(given: dict[str, object]) -> list[Assertion]:
    return [Assertion(key, json.dumps(value)) for key, value in given.items()]
