"""What two parts of an `allOf` assert of one value holds together."""

from __future__ import annotations

import pytest

from clientsmith.ir import Bounds, ObjectSchema
from clientsmith.lower.narrowing import narrowed, narrows
from unit.compiling import declared


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
