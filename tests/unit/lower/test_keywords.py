"""What no type expresses yet is named, and what it stands beside is kept."""

from __future__ import annotations

import pytest
from openapi_pydantic.v3.v3_1 import Schema

from cases.keywords import JSON_SCHEMA, OPENAPI
from clientsmith.ir import Array, ObjectSchema, Primitive, Reference
from clientsmith.lower.vocabulary import KEYWORDS
from unit.compiling import declared, operations, problems_of_schemas, property_type

OWN = "{items: {$ref: '#/components/schemas/X'}}"


@pytest.mark.parametrize(
    "schema",
    [
        f"{{type: array, items: {{not: {{allOf: [{OWN}], type: array}}}}}}",
        "{type: object, additionalProperties: {contains: {format: email}}}",
        f"{{type: string, not: {{enum: {['x' * 9] * 99}}}}}",
        "{$recursiveRef: '#'}",
    ],
)
def test_a_keyword_that_is_not_expressed_is_named(schema: str) -> None:
    """It is a hint with the keyword's pointer, where nobody can check it either."""
    assert "keyword-unread" in problems_of_schemas(f"X: {schema}")


@pytest.mark.parametrize(
    "schema",
    [
        "{type: object, propertyNames: {pattern: '^x'}}",
        "{type: object, properties: {a: {type: string, not: {const: x}}}}",
        "{type: string, if: {pattern: a}, then: {pattern: b}}",
        "{enum: [a, b, c], not: {const: b}}",
        "{allOf: [{type: array}, {contains: {type: string}, minContains: 2}]}",
        "{type: object, patternProperties: {'^x': {type: string}}}",
        "{type: array, items: {type: string, not: {const: x}}}",
        "{type: object, additionalProperties: {contains: {type: string}}}",
    ],
)
def test_a_keyword_that_is_said_or_checked_is_not(schema: str) -> None:
    """Components and properties have a docstring; anything has a mark."""
    assert [] == problems_of_schemas(f"X: {schema}")


def test_a_schema_that_is_expressed_has_nothing_to_say() -> None:
    """No hint without a cause."""
    schema = "X: {type: object, properties: {a: {type: string}}, required: [a]}"

    assert [] == problems_of_schemas(schema)


def test_a_union_of_what_is_required_changes_no_type() -> None:
    """`anyOf: [{required: [a]}]` says which objects fit, not what they look like."""
    schema = (
        "X: {type: object, properties: {a: {type: string}}, oneOf: [{required: [a]}]}"
    )
    declaration = declared(schema)

    assert isinstance(declaration, ObjectSchema)
    assert ["a"] == [one.key for one in declaration.properties]


def test_assertions_beside_a_reference_hold_too() -> None:
    """Since 3.1, what stands beside `$ref` is asserted with it."""
    schema = (
        "X: {$ref: '#/components/schemas/Y', properties: {b: {type: integer}}}\n"
        "Y: {type: object, properties: {a: {type: string}}}\n"
    )
    declaration = declared(schema)

    assert isinstance(declaration, ObjectSchema)
    assert ["a", "b"] == [one.key for one in declaration.properties]


def test_docs_beside_a_reference_do_not_make_a_schema() -> None:
    """They describe the place."""
    others = "Y: {type: object, properties: {a: {type: string}}}\n"
    type_ = property_type("{$ref: '#/components/schemas/Y', description: d}", others)

    assert isinstance(type_, Reference)


def test_lines_of_an_array_are_its_items() -> None:
    """`schema` of JSON Lines describes all lines, `itemSchema` one of them."""
    [operation] = operations(
        "/a: {get: {responses: {'200': {description: d, content: "
        "{application/jsonl: {schema: {type: array, items: {type: string}}}}}}}}",
    )
    [content] = operation.responses[0].content

    assert Primitive("string") == getattr(content, "item", None)
    assert not isinstance(content, Array)


def test_every_keyword_has_one_role() -> None:
    """Only what says which type it is, or which of several, has a place of its own."""
    elsewhere = {"content", "core", "format"}
    wanted = " ".join(
        [*(text for of, text in JSON_SCHEMA.items() if of not in elsewhere), OPENAPI]
    )
    known = [each.name for each in KEYWORDS]

    assert {*wanted.split()} - {"discriminator", "type"} == {*known}
    assert len({*known}) == len(known)
    assert {each.view for each in KEYWORDS} <= {*Schema.model_fields} | {"nullable"}
