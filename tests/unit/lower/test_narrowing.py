"""What two parts of an `allOf` assert of one value holds together."""

from __future__ import annotations

import pytest

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Array,
    Asserted,
    Assertion,
    Bounds,
    Map,
    Never,
    Nullable,
    ObjectSchema,
    Primitive,
    Type,
    Union,
)
from clientsmith.lower.narrowing import narrowed, narrows
from unit.compiling import declared

INTEGER = Primitive("integer")
AT_LEAST_THREE = Asserted(INTEGER, (Assertion("minimum", "3"),))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("minimum: 5", "minimum: 3", Bounds(minimum=5)),
        ("minimum: 3", "minimum: 5", Bounds(minimum=5)),
        ("maximum: 5", "maximum: 3", Bounds(maximum=3)),
        ("multipleOf: 4", "multipleOf: 6", Bounds(multiple_of=12)),
        ("multipleOf: 0.2", "multipleOf: 0.5", Bounds(multiple_of=1)),
        ("pattern: ^a", "pattern: b$", Bounds(patterns=("^a", "b$"))),
        ("pattern: ^a", "pattern: ^a", Bounds(patterns=("^a",))),
        ("minLength: 1", "pattern: a", Bounds(min_length=1, patterns=("a",))),
    ],
)
def test_what_is_said_of_a_property_twice_is_said_once(
    one: str, other: str, expected: Bounds
) -> None:
    """The narrower of two limits, whichever comes first, and all that is no limit."""
    parts = (f"{{properties: {{a: {{{each}}}}}}}" for each in (one, other))
    found = declared(f"X: {{type: object, allOf: [{', '.join(parts)}]}}")

    assert isinstance(found, ObjectSchema)
    assert expected == found.properties[0].bounds


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("items: {type: integer}", "items: {minimum: 3}", Array(AT_LEAST_THREE)),
        ("items: {minimum: 3}", "items: {type: integer}", Array(AT_LEAST_THREE)),
        ("items: false", "items: {type: integer}", Array(Never())),
        ("items: {type: integer}", "items: true", Array(INTEGER)),
    ],
)
def test_items_are_what_every_part_says(one: str, other: str, expected: Type) -> None:
    """In any order."""
    found = declared(f"X: {{allOf: [{{type: array, {one}}}, {{{other}}}]}}")

    assert isinstance(found, AliasSchema)
    assert expected == found.type


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("{type: integer}", "{minimum: 3}", Map(AT_LEAST_THREE)),
        ("{minimum: 3}", "{type: integer}", Map(AT_LEAST_THREE)),
        ("true", "{type: integer}", Map(INTEGER)),
        ("{type: integer}", "false", Map(Anything())),
    ],
)
def test_undeclared_properties_are_what_every_part_says(
    one: str, other: str, expected: Type
) -> None:
    """None where a part allows none; answers keep what comes all the same."""
    parts = (f"{{type: object, additionalProperties: {each}}}" for each in (one, other))
    found = declared(f"X: {{allOf: [{', '.join(parts)}]}}")

    assert isinstance(found, AliasSchema)
    assert expected == found.type


def test_patterns_of_every_part_count() -> None:
    """And one that two parts have means both of them."""
    one = "patternProperties: {^a: {type: integer}, ^b: {type: string}}"
    other = "patternProperties: {^a: {minimum: 3}}, additionalProperties: false"
    found = declared(f"X: {{type: object, allOf: [{{{one}}}, {{{other}}}]}}")

    assert isinstance(found, AliasSchema)
    assert isinstance(found.type, Map)
    assert isinstance(found.type.values, Union)
    assert [AT_LEAST_THREE, Primitive("string")] == [
        each.type for each in found.type.values.variants
    ]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("{type: integer}", Nullable(INTEGER)),
        ("{type: [integer, 'null']}", Primitive("null")),
        ("{}", Primitive("null")),
    ],
)
def test_null_beside_what_is_never_null_is_one_that_may_be(
    part: str, expected: Type
) -> None:
    """As some write who come from `nullable`; no value would fit both."""
    found = declared(f"X: {{allOf: [{part}], type: ['null']}}")

    assert isinstance(found, AliasSchema)
    assert expected == found.type


@pytest.mark.parametrize(
    ("keyword", "known", "added", "expected"),
    [
        ("type", "number", "integer", True),
        ("type", "integer", "number", False),
        ("type", ["string", "null"], "string", True),
        ("enum", ["a", "b"], ["a"], True),
        ("enum", ["a"], ["a", "b"], False),
        ("maxItems", 3, 2, True),
        ("maxItems", 2, 3, False),
        ("pattern", "^a", "b$", False),
        ("description", "one", "other", True),
    ],
)
def test_a_narrower_keyword_says_what_the_wider_one_does(
    keyword: str, known: object, added: object, expected: bool
) -> None:
    """What is said of a place alone is the business of the last word."""
    assert expected is narrows(keyword, known, added)


def test_nothing_is_a_multiple_of_nothing() -> None:
    """JSON Schema wants more than 0; what is wrong stays as it is."""
    assert 3 == narrowed("multipleOf", 0, 3)
