"""A parent with a discriminator stands for its children."""

from __future__ import annotations

from clientsmith.ir import AliasSchema, ByTag, ObjectSchema, Reference, Union
from unit.compiling import declared

SCHEMAS = """
X:
  type: object
  required: [kind]
  discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/Cat'}}
  properties: {kind: {type: string}, friend: {$ref: '#/components/schemas/X'}}
Cat:
  allOf: [{$ref: '#/components/schemas/X'}, {properties: {lives: {type: integer}}}]
Kitten:
  allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {age: {type: integer}}}]
"""


def test_a_parent_is_the_union_of_its_children() -> None:
    """Near and far ones; by the mapping, else by their names."""
    found = declared(SCHEMAS)

    assert isinstance(found, AliasSchema)
    assert isinstance(found.type, Union)
    assert ByTag("kind") == found.type.selection
    assert [("Cat", ("feline",)), ("Kitten", ("Kitten",))] == [
        (each.type.to.last, each.tags)
        for each in found.type.variants
        if isinstance(each.type, Reference)
    ]


def test_a_child_has_what_its_parents_have() -> None:
    """Of every generation."""
    found = declared(SCHEMAS, "Kitten")

    assert isinstance(found, ObjectSchema)
    assert {"kind", "friend", "lives", "age"} == {one.key for one in found.properties}


def test_a_discriminator_without_children_changes_nothing() -> None:
    """The schema is the object it describes."""
    found = declared(
        "X: {type: object, discriminator: {propertyName: k}, properties: {k: {}}}",
    )

    assert isinstance(found, ObjectSchema)
