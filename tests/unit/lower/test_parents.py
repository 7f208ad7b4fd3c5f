"""A parent with a discriminator stands for its children."""

from __future__ import annotations

from clientsmith.ir import AliasSchema, ByTag, Name, ObjectSchema, Reference, Union
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


def test_a_child_may_say_its_own_tag() -> None:
    """As a constant; what its parent lists for all children is nobody's own."""
    text = """
    X: {type: object, required: [kind], discriminator: {propertyName: kind},
      properties: {kind: {enum: [A, b]}}}
    A: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {a: {}}}]}
    B: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {kind: {const: b}}}]}
    """
    found = declared(text)

    assert isinstance(found, AliasSchema)
    assert isinstance(found.type, Union)
    assert [("A",), ("b",)] == [variant.tags for variant in found.type.variants]


def test_a_child_has_what_its_parents_have() -> None:
    """Of every generation."""
    found = declared(SCHEMAS, "Kitten")

    assert isinstance(found, ObjectSchema)
    assert {"kind", "friend", "lives", "age"} == {one.key for one in found.properties}


def test_a_child_that_adds_nothing_is_no_union_of_its_siblings() -> None:
    """It would be a variant of itself, which nothing can be read as."""
    fish = "{description: It swims., allOf: [{$ref: '#/components/schemas/X'}]}"
    found = declared(f"{SCHEMAS}Fish: {fish}\n", "Fish")

    assert isinstance(found, ObjectSchema)
    assert ["kind", "friend"] == [one.key for one in found.properties]


def test_a_discriminator_without_children_changes_nothing() -> None:
    """The schema is the object it describes."""
    found = declared(
        "X: {type: object, discriminator: {propertyName: k}, properties: {k: {}}}",
    )

    assert isinstance(found, ObjectSchema)


def test_a_parent_may_list_its_children_too() -> None:
    """In a `oneOf`, which says nothing new of a child that has it in `allOf`."""
    schemas = """
    X: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],
      discriminator: {propertyName: k}}
    A: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {k: {const: a}}}]}
    B: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {k: {const: b}}}]}
    """
    union, child = declared(schemas), declared(schemas, "A")

    assert isinstance(union, AliasSchema)
    assert isinstance(union.type, Union)
    assert [("a",), ("b",)] == [each.tags for each in union.type.variants]
    assert isinstance(child, ObjectSchema)
    assert ["k"] == [one.key for one in child.properties]


def test_what_all_of_makes_may_be_a_part_of_itself() -> None:
    """Where the items of a list bring in the schema that has the list."""
    found = declared(
        """
        X:
          type: object
          properties:
            broader:
              type: array
              items: {allOf: [{properties: {id: {}}}, {$ref: '#/components/schemas/X'}]}
        """,
    )

    assert isinstance(found, ObjectSchema)
    assert ["broader"] == [one.key for one in found.properties]


def test_a_part_of_a_parent_is_called_after_it() -> None:
    """Not after the child that is read first, nor where the parent is one of them."""
    kept = declared(
        """
        X:
          type: object
          required: [kind]
          discriminator: {propertyName: kind, mapping: {it: '#/components/schemas/X'}}
          properties: {kind: {type: string}, owner: {properties: {name: {}}}}
        Cat: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {lives: {}}}]}
        """,
        "X/properties/owner",
    )

    assert (Name(("X", "owner")), "X") == (kept.name, kept.home.last)
