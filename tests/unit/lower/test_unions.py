"""Unions are classified by what tells their variants apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import indent
from typing import Any

import pytest

from clientsmith.ir import (
    UNTAGGED,
    AliasSchema,
    Anything,
    Array,
    ByOrder,
    ByProperty,
    ByShape,
    ByTag,
    Constant,
    Declaration,
    EnumSchema,
    Never,
    ObjectSchema,
    Primitive,
    Reference,
    Type,
    Union,
)
from clientsmith.pointer import Pointer
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


def test_constants_that_may_be_absent_select() -> None:
    """Where they are, they say which variant it is; it may be any that lacks them."""
    cat, dog = (text.replace("required: [kind], ", "") for text in (CAT, DOG))
    found = union(
        f"X: {{oneOf: [{cat % '{const: cat}'}, {dog % '{enum: [dog, pup]}'}]}}"
    )

    assert ByTag("kind") == found.selection
    assert [("cat", UNTAGGED), ("dog", "pup", UNTAGGED)] == [
        variant.tags for variant in found.variants
    ]


def test_of_what_may_lack_a_tag_objects_come_before_choices() -> None:
    """A choice has room for what it does not know, and would take everything."""
    part = (
        "{type: object, required: [size], properties: {kind: {const: cat}, size: %s}}"
    )
    parts = ", ".join(part % f"{{const: {size}}}" for size in ("large", "small"))
    text = f"""
    X:
      oneOf:
        - {{$ref: '#/components/schemas/Cat'}}
        - {{$ref: '#/components/schemas/Dog'}}
    Cat: {{type: object, properties: {{kind: {{const: cat}}}}, oneOf: [{parts}]}}
    Dog: {{type: object, properties: {{kind: {{const: dog}}}}}}
    """

    assert [("dog", UNTAGGED), ("cat", UNTAGGED)] == [
        variant.tags for variant in union(text).variants
    ]


def test_variants_may_share_a_tag() -> None:
    """But not what is no tag by its name: its values are not what they differ in."""
    text = f"X: {{oneOf: [{CAT % '{enum: [cat, pet]}'}, {DOG % '{enum: [dog, pet]}'}]}}"
    found = union(text)

    assert [("cat", "pet"), ("dog", "pet")] == [each.tags for each in found.variants]
    assert ByOrder() == union(text.replace("kind", "colour")).selection


def test_a_tag_may_have_its_type_elsewhere() -> None:
    """Its values stand beside a reference."""
    cat, dog = (
        text % f"{{$ref: '#/components/schemas/Kind', enum: [{value}]}}"
        for text, value in ((CAT, "cat"), (DOG, "dog"))
    )
    found = union(f"X: {{oneOf: [{cat}, {dog}]}}\nKind: {{type: string}}")

    assert [("cat",), ("dog",)] == [variant.tags for variant in found.variants]


PARENT = """
X: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
Pet:
  type: object
  required: [kind]
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind, mapping: {d: Dog}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {tricks: {}}}]}
"""


def test_children_have_the_tags_of_their_parent() -> None:
    """Where somebody lists them without it."""
    found = union(PARENT)

    assert ByTag("kind") == found.selection
    assert [("Cat",), ("d",)] == [variant.tags for variant in found.variants]


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


def test_what_is_equal_to_python_alone_is_not_the_same() -> None:
    """1 is not true; 1.0 is 1."""
    found = union("X: {oneOf: [{const: 1}, {const: true}, {type: string}]}")

    assert [Constant(1), Constant(value=True), Primitive("string")] == [
        variant.type for variant in found.variants
    ]
    assert Constant(1) != Constant(value=True)
    assert Constant(1) == Constant(1.0)


def test_two_choices_are_every_combination() -> None:
    """Each with the properties of both, wherever the choices stand."""
    kinds = f"{{oneOf: [{CAT % '{const: cat}'}, {DOG % '{const: dog}'}]}}"
    small, large = (
        f"{{type: object, required: [size], properties: {{size: {{const: {size}}}}}}}"
        for size in ("small", "large")
    )
    sizes = f"{{oneOf: [{small}, {large}]}}"
    named = "[{$ref: '#/components/schemas/K'}, {$ref: '#/components/schemas/S'}]"
    text = f"X: {{allOf: [{kinds}, {sizes}]}}\nY: {{allOf: {named}}}\n"
    lines = indent(f"{text}K: {kinds}\nS: {sizes}\n", "    ")
    made = api(f"paths: {{}}\ncomponents:\n  schemas:\n{lines}").declarations
    every = ["cat-large", "cat-small", "dog-large", "dog-small"]

    for name in ("X", "Y"):
        whole = Reference(Pointer("", ("components", "schemas", name)))
        assert every == sorted(_combinations(made, whole))


def test_combinations_that_no_value_fits_are_left_out() -> None:
    """One kind of animal is no other one."""
    cat, dog = CAT % "{const: cat}", DOG % "{const: dog}"
    text = f"X: {{allOf: [{{oneOf: [{cat}, {dog}]}}, {{oneOf: [{dog}, {cat}]}}]}}"
    found = union(text)
    made = api(f"paths: {{}}\ncomponents: {{schemas: {{{text}}}}}").declarations

    assert [("cat",), ("dog",)] == [variant.tags for variant in found.variants]
    assert all(isinstance(each.type, Reference) for each in found.variants)
    assert 2 == sum(isinstance(each, ObjectSchema) for each in made.values())


def test_of_too_many_combinations_the_last_choice_counts() -> None:
    """It refines what was said before, and has a name that says so."""
    base, own = (
        ", ".join(f"{{const: {word}{number}}}" for number in range(9))
        for word in ("a", "b")
    )
    text = f"""
    X:
      allOf:
        - {{type: object, properties: {{one: {{anyOf: [{base}]}}}}}}
        - {{properties: {{one: {{$ref: '#/components/schemas/Own'}}}}}}
    Own: {{oneOf: [{own}, {{type: integer}}]}}
    """
    (one,) = declared(text).properties

    assert Reference(Pointer("", ("components", "schemas", "Own"))) == one.type
    assert ["anyOf"] == [check.keyword for check in one.checks]


def _combinations(made: Mapping[Pointer, Declaration], type_: Type) -> Iterator[str]:
    """Follow the variants of a union to objects, and join the constants of each."""
    match type_:
        case Reference(to=pointer):
            match made[pointer]:
                case AliasSchema(type=inner):
                    yield from _combinations(made, inner)
                case ObjectSchema(properties=properties):
                    types = [one.type for one in properties]
                    yield "-".join(
                        str(t.value) for t in types if isinstance(t, Constant)
                    )
                case EnumSchema():
                    raise AssertionError(pointer)
        case Union(variants=variants):
            for variant in variants:
                yield from _combinations(made, variant.type)
        case _:
            raise AssertionError(type_)


NUMBERED = """
X:
  oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
  discriminator: {propertyName: v}
A: {type: object, required: [v], properties: {v: ONE}}
B: {type: object, required: [v], properties: {v: OTHER}}
"""


@pytest.mark.parametrize(
    ("one", "other", "tags"),
    [
        ("{const: 1}", "{const: 2}", [("1",), ("2",)]),
        ("{enum: [true]}", "{const: false}", [("true",), ("false",)]),
    ],
)
def test_a_discriminator_may_be_no_text(
    one: str, other: str, tags: list[tuple[str]]
) -> None:
    """The keys of a mapping are texts anyway."""
    found = union(NUMBERED.replace("ONE", one).replace("OTHER", other))

    assert ByTag("v") == found.selection
    assert tags == [variant.tags for variant in found.variants]


def test_nothing_is_no_tag() -> None:
    """It is what any unknown value has."""
    found = union(NUMBERED.replace("ONE", "{const: ''}").replace("OTHER", "{const: b}"))

    assert ByTag("kind") != found.selection
