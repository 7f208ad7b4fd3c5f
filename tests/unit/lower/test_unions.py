"""Unions are classified by what tells their variants apart."""

from __future__ import annotations

from textwrap import indent
from typing import Any

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Array,
    ByOrder,
    ByProperty,
    ByShape,
    ByTag,
    EnumSchema,
    Never,
    ObjectSchema,
    Primitive,
    Union,
)
from unit.compiling import api, declared, problems, problems_of_schemas

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


def test_objects_beside_texts_have_their_tags() -> None:
    """A text is none of them, and an object is no text."""
    cat, dog = (
        kind % f"{{const: {name}}}" for kind, name in ((CAT, "cat"), (DOG, "dog"))
    )
    found = union(f"X: {{oneOf: [{{type: string}}, {cat}, {{type: array}}, {dog}]}}")

    text, objects, array = (variant.type for variant in found.variants)
    assert isinstance(found.selection, ByShape)
    assert (Primitive("string"), Array(Anything())) == (text, array)
    assert isinstance(objects, Union)
    assert ByTag("kind") == objects.selection
    assert [("cat",), ("dog",)] == [variant.tags for variant in objects.variants]


def test_objects_beside_other_objects_have_no_tags() -> None:
    """One with a tag that nobody knows could be one of the others."""
    cat, dog = (
        kind % f"{{const: {name}}}" for kind, name in ((CAT, "cat"), (DOG, "dog"))
    )
    nested = "{oneOf: [{type: string}, {type: object}]}"
    found = union(f"X: {{oneOf: [{cat}, {dog}, {nested}]}}")

    assert isinstance(found.selection, ByOrder)


def test_json_types_select() -> None:
    """A text is no list."""
    found = union("X: {oneOf: [{type: string}, {type: array, items: {}}]}")

    assert ByShape() == found.selection


def test_a_property_that_only_one_requires_selects() -> None:
    """The variant without one is what has none of the others."""
    left = "{type: object, required: [l], properties: {l: {}}}"
    right = "{type: object, properties: {r: {}}}"
    found = union(f"X: {{oneOf: [{left}, {right}]}}")

    assert ByProperty(("l", "")) == found.selection


def test_what_nothing_tells_apart_is_reported_with_a_value_that_fits_twice() -> None:
    """And with its two variants, and how to tell them apart."""
    cat = "{type: object, required: [kind], properties: {kind: {type: string}}}"
    dog = "{type: object, required: [kind], properties: {kind: {enum: [dog, pup]}}}"
    text = f"X: {{oneOf: [{cat}, {dog}]}}"
    said = problems(f"paths: {{}}\ncomponents: {{schemas: {{{text}}}}}")
    [problem] = [each for each in said if each.code == "union-order"]

    assert ByOrder() == union(text).selection
    assert '{"kind": "dog"}' in problem.message
    assert ["#/components/schemas/X/oneOf/0", "#/components/schemas/X/oneOf/1"] == [
        str(note.at) for note in problem.notes
    ]


def test_variants_that_no_value_fits_both_of_are_not_reported() -> None:
    """Even where no single keyword selects: here one of them is closed."""
    closed = "{type: object, additionalProperties: false, properties: {a: {}, b: {}}}"
    other = "{type: object, required: [b, c], properties: {b: {}, c: {}}}"
    third = "{type: object, required: [b, c], properties: {b: {}, c: {const: 1}}}"

    assert [] == _orders(f"X: {{oneOf: [{closed}, {other}]}}")
    assert ["union-order"] == _orders(f"X: {{oneOf: [{other}, {third}]}}")


def _orders(text: str) -> list[str]:
    return [code for code in problems_of_schemas(text) if code == "union-order"]


def test_variants_that_share_a_tag_share_its_place() -> None:
    """The discriminator leads to both, and their shapes tell them apart."""
    found = union(
        """
        X:
          oneOf:
            - {$ref: '#/components/schemas/In'}
            - {$ref: '#/components/schemas/Out'}
          discriminator: {propertyName: type}
        In: {type: object, properties: {type: {const: message}, to: {}}}
        Out: {type: object, required: [type], properties: {type: {const: message}}}
        """,
    )

    assert ByTag("type") == found.selection
    assert [("message",), ("message",)] == [each.tags for each in found.variants]


def test_properties_beside_a_union_are_in_each_variant() -> None:
    """An object with a choice is one of several objects."""
    schemas = """
    X:
      type: object
      required: [id]
      properties: {id: {type: integer}}
      oneOf:
        - {title: Cat, required: [lives], properties: {lives: {type: integer}}}
        - {title: Dog, required: [tricks], properties: {tricks: {type: string}}}
    """
    done = api(f"paths: {{}}\ncomponents:\n  schemas:\n{indent(schemas, '    ')}")
    objects = [d for d in done.declarations.values() if isinstance(d, ObjectSchema)]

    assert [["id", "lives"], ["id", "tricks"]] == [
        [one.key for one in each.properties] for each in objects
    ]


def test_titled_constants_are_an_enumeration() -> None:
    """Whose members have the documentation of each."""
    found = declared(
        "X: {oneOf: [{const: a, title: The A}, {const: b, description: Second}]}",
    )

    assert isinstance(found, EnumSchema)
    assert [("a", "The A"), ("b", "Second")] == [
        (member.value, member.docs) for member in found.members
    ]


def test_a_union_of_nothing_is_never() -> None:
    """A choice whose only variant no value fits."""
    found = declared("X: {oneOf: [false]}")

    assert isinstance(found, AliasSchema)
    assert Never() == found.type
