"""What is said of a value is what strict validation checks."""

from __future__ import annotations

import pytest

from clientsmith.ir import Bounds
from unit.compiling import property_of


def said(schema: str, others: str = "") -> Bounds:
    """Return what is said of a property."""
    return property_of(schema, others).bounds


@pytest.mark.parametrize(
    "schema",
    [
        "{type: integer, maxLength: 5}",
        "{type: string, minimum: 5, uniqueItems: true}",
        "{type: boolean, pattern: a}",
        "{type: [array, object], multipleOf: 5}",
        "{type: string, enum: [a, b], maxLength: 5000}",
        "{const: 1, minimum: 0}",
    ],
)
def test_what_asserts_nothing_is_not_said(schema: str) -> None:
    """A length says nothing of a number, and a list of values says it all."""
    assert Bounds() == said(schema)


def test_what_may_be_null_is_bounded_where_it_is_not() -> None:
    """However null is spelled."""
    wanted = Bounds(minimum=0, maximum=2)

    assert wanted == said("{type: [number, 'null'], minimum: 0, maximum: 2}")
    assert wanted == said(
        "{anyOf: [{type: number, minimum: 0, maximum: 2}, {type: 'null'}]}"
    )


def test_what_is_referred_to_without_a_name_says_it_here() -> None:
    """A component says it itself."""
    inside = "{$ref: '#/components/schemas/Y/properties/q'}"
    named = "{$ref: '#/components/schemas/Z'}"
    others = "Y: {properties: {q: {type: string, maxLength: 5}}}\nZ: {maxLength: 5}"

    assert Bounds(max_length=5) == said(inside, others)
    assert Bounds() == said(named, others)


def test_numbers_are_those_of_the_document() -> None:
    """The typed view would round them."""
    assert 2**53 + 1 == said(f"{{type: integer, maximum: {2**53 + 1}}}").maximum


def test_a_pattern_that_nobody_checks_is_said() -> None:
    """ECMA-262 has more than Python reads."""
    found = property_of(r"{type: string, pattern: '^\p{L}+$', maxLength: 5}")

    assert (r"^\p{L}+$",) == found.bounds.patterns
    assert ["maxLength"] == [each.keyword for each in found.checks]


def test_a_pattern_that_nobody_would_read_is_not_checked() -> None:
    """A program is no place for a thousand characters of one."""
    found = property_of(f"{{type: string, pattern: '{'a' * 1200}'}}")

    assert () == found.checks


def test_patterns_of_several_schemas_are_all_said() -> None:
    """Each of them holds."""
    found = said("{type: string, allOf: [{pattern: a}, {pattern: b}]}")

    assert ("a", "b") == found.patterns
