"""Unions are classified by what tells their variants apart."""

from __future__ import annotations

from typing import Any

from clientsmith.ir import AliasSchema, ByOrder, ByShape, ByTag, Union
from unit.compiling import declared, problems_of_schemas

CAT = "{type: object, required: [kind], properties: {kind: %s, lives: {}}}"
DOG = "{type: object, required: [kind], properties: {kind: %s, tricks: {}}}"
MAPPED = """
X:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind, mapping: {c: Cat, d: '#/components/schemas/Dog'}}
Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
"""


def union(text: str) -> Any:
    """Return the union that is declared as X."""
    declaration = declared(text)

    assert isinstance(declaration, AliasSchema)
    assert isinstance(declaration.type, Union)
    return declaration.type


def test_a_discriminator_selects() -> None:
    """Its mapping may name schemas or point at them."""
    found = union(MAPPED)

    assert ByTag("kind") == found.selection
    assert [("c",), ("d",)] == [variant.tags for variant in found.variants]


def test_without_a_mapping_the_name_of_the_schema_is_the_tag() -> None:
    """As the specification says."""
    found = union(
        MAPPED.replace(", mapping: {c: Cat, d: '#/components/schemas/Dog'}", "")
    )

    assert [("Cat",), ("Dog",)] == [variant.tags for variant in found.variants]


def test_distinct_constants_select() -> None:
    """Of a property that each variant requires."""
    found = union(
        f"X: {{oneOf: [{CAT % '{const: cat}'}, {DOG % '{enum: [dog, pup]}'}]}}"
    )

    assert ByTag("kind") == found.selection
    assert [("cat",), ("dog", "pup")] == [variant.tags for variant in found.variants]


def test_json_types_select() -> None:
    """A text is no list."""
    found = union("X: {oneOf: [{type: string}, {type: array, items: {}}]}")

    assert ByShape() == found.selection


def test_what_nothing_tells_apart_is_reported() -> None:
    """With its two variants, and how to tell them apart."""
    text = f"X: {{oneOf: [{CAT % '{}'}, {DOG % '{}'}]}}"

    assert ByOrder() == union(text).selection
    assert ["union-order"] == problems_of_schemas(text)
