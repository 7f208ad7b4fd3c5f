"""How JSON values are judged by schemas, as the specification says it."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.assertions import Unfit
from runtime.judge import judge
from runtime.patterns import matches


def problem(schema: Any, value: Any) -> str:
    """Say what is wrong with a value, nothing if it fits."""
    try:
        judge(schema, value)
    except Unfit as found:
        return str(found)
    return ""


@pytest.mark.parametrize(
    ("schema", "fitting", "wrong"),
    [
        (True, [None, 1], []),
        (False, [], [None, 1]),
        ({"type": "integer"}, [1, 1.0, 10**400], [1.5, True, "1"]),
        ({"type": ["string", "null"]}, ["", None], [0, False]),
        ({"const": 1}, [1, 1.0], [True, "1", 2]),
        ({"const": {"a": [False]}}, [{"a": [False]}], [{"a": [0]}, {"a": []}]),
        ({"enum": [1, [True], {}]}, [1.0, [True], {}], [True, [1], {"a": 1}]),
        ({"minimum": 1.5}, [1.5, 2, "a"], [1, 1.4999]),
        ({"exclusiveMaximum": 10**30}, [10**30 - 1], [10**30, 10**30 + 1]),
        ({"multipleOf": 0.0001}, [0.0075, 1, "a"], [0.00751]),
        ({"multipleOf": 0.5}, [1e308, 10**400], [0.25, float("inf"), float("-inf")]),
        ({"minLength": 2}, ["ab", "\N{GRINNING FACE}b", 1], ["a", "\N{GRINNING FACE}"]),
        ({"maxProperties": 1}, [{}, {"a": 1}, [1, 2]], [{"a": 1, "b": 2}]),
        ({"uniqueItems": True}, [[1, True, "1"], "aa"], [[1, 1.0], [{}, {}], [[], []]]),
        ({"uniqueItems": False}, [[1, 1]], []),
        ({"format": "date"}, ["2020-02-29", 7], ["2020-02-30", "today"]),
        ({"required": ["a"]}, [{"a": None}, []], [{"b": 1}]),
        ({"dependentRequired": {"a": ["b"]}}, [{"b": 1}, {"a": 1, "b": 1}], [{"a": 1}]),
    ],
)
def test_assertions(schema: Any, fitting: list[Any], wrong: list[Any]) -> None:
    """Each is about values of its types, and about the JSON that they are."""
    assert [] == [value for value in fitting if problem(schema, value)]
    assert [] == [value for value in wrong if not problem(schema, value)]


@pytest.mark.parametrize(
    ("schema", "fitting", "wrong"),
    [
        ({"allOf": [{"minimum": 1}, {"maximum": 2}]}, [1, 2], [0, 3]),
        ({"anyOf": [{"type": "string"}, {"minimum": 2}]}, ["a", 2], [1]),
        ({"oneOf": [{"minimum": 2}, {"multipleOf": 2}]}, [0, 3], [1, 4]),
        ({"not": {"type": "string"}}, [1], ["a"]),
        ({"if": {"minimum": 5}, "then": {"multipleOf": 2}}, [1, 6], [7]),
        ({"if": {"minimum": 5}, "else": {"const": 0}}, [7, 0], [1]),
        ({"then": False}, [1], []),
        ({"dependentSchemas": {"a": {"required": ["b"]}}}, [{}, {"b": 1}], [{"a": 1}]),
        ({"properties": {"a": {"minimum": 1}}}, [{}, {"a": 1}, []], [{"a": 0}]),
        ({"patternProperties": {"^a": False}}, [{"b": 1}, 1], [{"ab": 1}]),
        (
            {"properties": {"a": True}, "patternProperties": {"^x": True}}
            | {"additionalProperties": False},
            [{"a": 1, "xy": 1}],
            [{"a": 1, "y": 1}],
        ),
        ({"propertyNames": {"maxLength": 1}}, [{"a": 1}, 1], [{"ab": 1}]),
        (
            {"prefixItems": [{"const": 1}], "items": {"const": 2}},
            [[], [1], [1, 2, 2], "a"],
            [[2], [1, 1]],
        ),
        ({"contains": {"const": 1}}, [[0, 1], "a"], [[], [0]]),
        (
            {"contains": {"const": 1}, "minContains": 0, "maxContains": 1},
            [[], [1]],
            [[1, 1]],
        ),
        ({"minContains": 2}, [[]], []),
    ],
)
def test_schemas_inside_of_schemas(
    schema: Any, fitting: list[Any], wrong: list[Any]
) -> None:
    """They are judged as they are combined."""
    assert [] == [value for value in fitting if problem(schema, value)]
    assert [] == [value for value in wrong if not problem(schema, value)]


@pytest.mark.parametrize(
    ("schema", "fitting", "wrong"),
    [
        (
            {"unevaluatedProperties": False, "allOf": [{"properties": {"a": True}}]},
            [{"a": 1}, 1],
            [{"a": 1, "b": 1}],
        ),
        (
            {"unevaluatedProperties": False}
            | {"anyOf": [{"required": ["a"], "properties": {"a": True}}, True]},
            [{}, {"a": 1}],
            [{"b": 1}],
        ),
        (
            {"unevaluatedProperties": False, "not": {"properties": {"a": False}}},
            [],
            [{"a": 1}],
        ),
        (
            {"unevaluatedProperties": {"type": "integer"}, "if": {"required": ["a"]}}
            | {"then": {"properties": {"a": True}}},
            [{"a": "x"}, {"b": 1}],
            [{"b": "x"}],
        ),
        (
            {
                "unevaluatedItems": False,
                "prefixItems": [True],
                "contains": {"const": 1},
            },
            [["a", 1], ["a", 1, 1]],
            [["a", 1, 2]],
        ),
        ({"unevaluatedItems": False, "items": True}, [[1, 2]], []),
    ],
)
def test_what_is_left_over_is_what_no_schema_spoke_of(
    schema: Any, fitting: list[Any], wrong: list[Any]
) -> None:
    """Whatever comes of the ones that did not fit, or were denied."""
    assert [] == [value for value in fitting if problem(schema, value)]
    assert [] == [value for value in wrong if not problem(schema, value)]


@pytest.mark.parametrize(
    ("schema", "value", "text"),
    [
        ({"minimum": 1}, 0, "Input should be at least 1"),
        ({"maxItems": 1}, [1, 2], "Input should have at most 1 items, not 2"),
        ({"pattern": "^a"}, "b", 'Input should match "^a"'),
        ({"required": ["a"]}, {}, 'Input should have "a"'),
        ({"properties": {"a": {"items": False}}}, {"a": [1]}, '"a": 0: No value'),
        ({"propertyNames": {"minLength": 2}}, {"a": 1}, 'name "a": Input should have'),
        ({"contains": {"const": 1}}, [], 'at least 1 items that fit {"const": 1}'),
        ({"not": {"const": "x" * 99}}, "x" * 99, "…"),
    ],
)
def test_a_problem_says_what_was_expected(schema: Any, value: Any, text: str) -> None:
    """And where, in a few words."""
    assert text in problem(schema, value)


@pytest.mark.parametrize(
    ("pattern", "found", "missing"),
    [
        ("b", ["abc"], ["ac"]),
        ("^a$", ["a"], ["a\n", "ba"]),
        (r"^\d+$", ["12"], ["\u0967"]),
        (r"^\w+$", ["a_1"], ["\u00e9"]),
        (r"^\s$", [" ", "\u00a0", "\ufeff"], ["\x1c", "a"]),
        (r"^\S+$", ["a"], ["a\u00a0b"]),
        (r"^[\s-]+$", ["- \u2028"], ["a"]),
        (r"^[$.]$", ["$", "."], ["a"]),
        (r"^.$", ["a", "\N{GRINNING FACE}"], ["\r", "\u2028", "ab"]),
        (r"^\$\.$", ["$."], ["a."]),
        (r"^[^\S]$", [" ", "\u00a0"], ["a", "\x1c"]),
        (r"^[\S ]$", ["a", " "], ["\u00a0", "\t"]),
        (r"^[^\W]$", ["a"], ["\u00a0", "-"]),
        (r"^[^\D]$", ["1"], ["\u0967", "a"]),
        (r"^[\w\s-.]$", ["anything"], []),
        (r"^[\1]$", ["\x01"], ["1", "?"]),
        (r"^[[a]$", ["[", "a"], ["b"]),
        (r"^[^]$", ["\n", "a"], ["", "ab"]),
        ("[]", [], ["", "]"]),
        (r"^\ud83d\ude00$", ["\N{GRINNING FACE}"], ["a"]),
        (r"^[\ud83d\ude00]$", ["\N{GRINNING FACE}"], ["a", "\ud83d"]),
        (r"^\u{1F600}[\u{61}-c]$", ["\N{GRINNING FACE}b"], ["d"]),
        (r"^\cJ\/$", ["\n/"], ["J/"]),
        (r"^(a)?\1b$", ["b", "aab"], ["ab"]),
        (r"^(?<one>a)?\k<one>b$", ["b", "aab"], ["ab"]),
        (r"^(?:(a)b|ac)\1d$", ["abad", "acd"], ["acad"]),
        (r"^(?:(a)|b)*\1$", ["ab", "anything"], []),
        (r"^(?!(a)b)\1c$", ["c", "anything"], []),
        (r"^\2(a)(b)$", ["ab", "anything"], []),
        (r"^\p{L}$", ["anything", ""], []),
        ("(", ["anything"], []),
    ],
)
def test_patterns_are_those_of_ecmascript(
    pattern: str, found: list[str], missing: list[str]
) -> None:
    """Found anywhere, in the classes of ASCII; what Python does not read is let be."""
    assert found == [text for text in found + missing if matches(pattern, text)]


@pytest.mark.parametrize(
    "pattern",
    [
        "^(a+)+$",
        "^(a*)*$",
        "^(a|a)*$",
        "^(a|aa|a|a)*$",
        "^((a+)+)+$",
        "^(-?a?)*$",
        "^(?:(?:a|a)(?:a|a))*$",
        "^((a|a){10}){10}$",
        "^(a|a){99}$",
        r"^(\w+\s?)+$",
    ],
)
def test_a_pattern_that_may_take_forever_is_for_short_texts(pattern: str) -> None:
    """Each character of a longer one would multiply the ways to try."""
    assert matches(pattern, "a" * 5_000 + "!")
    assert not matches(pattern, "aaaaaaaa!")


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("^[a-z]+(-[a-z]+)*$", "ab-"),
        (r"^([a-z]+\.)+$", "ab."),
        (r"^(a{4})*$", "aaaa"),
        ("^(ab)*$", "ab"),
        ("^a*b?$", "a"),
    ],
)
def test_other_patterns_are_for_texts_of_any_length(pattern: str, part: str) -> None:
    """Also where a sign tells how often a group has been repeated."""
    assert not matches(pattern, part * 5_000 + "!")
