"""Examples are used where they fit the type that they are examples of."""

from __future__ import annotations

import pytest

from clientsmith.plan.conforming import conforms
from unit.compiling import api, property_type

PROPERTIES = "{kind: {const: cat}, age: {type: integer}}"
PET = f"{{type: object, required: [kind], properties: {PROPERTIES}}}"


@pytest.mark.parametrize(
    ("schema", "fitting", "unfitting"),
    [
        ("{type: string}", "a", 1),
        ("{type: integer}", 1, True),
        ("{type: number}", 1, "1"),
        ("{const: 1}", 1, True),
        ("{type: [string, 'null']}", None, 1),
        ("{type: array, items: {type: string}}", ["a"], ["a", 1]),
        ("{prefixItems: [{type: string}], minItems: 1}", ["a", 1], []),
        ("{type: object, additionalProperties: {type: string}}", {"a": "b"}, {"a": 1}),
        ("{oneOf: [{type: string}, {type: array}]}", [], {}),
        ("{}", {"anything": [1]}, ...),
    ],
)
def test_a_value_fits_by_what_the_type_says(
    schema: str,
    fitting: object,
    unfitting: object,
) -> None:
    """Of every kind of type."""
    type_ = property_type(schema)

    assert conforms(fitting, type_, {})
    assert unfitting is ... or not conforms(unfitting, type_, {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "cat"}, True),
        ({"kind": "cat", "age": 1, "more": None}, True),
        ({"kind": "cat", "age": "old"}, False),
        ({"age": 1}, False),
        ("cat", False),
    ],
)
def test_an_object_fits_by_its_properties(value: object, expected: object) -> None:
    """Declared ones have their type, and required ones are there."""
    done = api(f"paths: {{}}\ncomponents: {{schemas: {{Pet: {PET}}}}}")
    [pet] = done.declarations.values()
    pets = api(
        f"paths: {{}}\ncomponents: {{schemas: {{Pet: {PET}, "
        "Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}",
    )
    alias = pets.declarations[pet.at.parent / "Pets"]

    assert expected is conforms([value], alias.type, pets.declarations)
