"""Schemas become types."""

from __future__ import annotations

import pytest

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Array,
    Constant,
    EnumSchema,
    Map,
    Never,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    Tuple,
    Type,
    Union,
)
from clientsmith.pointer import Pointer
from unit.compiling import declared, problems_of_schemas, property_type

OLD = 'openapi: 3.0.3\ninfo: {title: Pets, version: "1"}\n'
STRING = Primitive("string")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{}", Anything()),
        ("true", Anything()),
        ("{type: array, items: false}", Array(Never())),
        ("{type: string}", STRING),
        ("{type: string, format: date}", Primitive("string", "date")),
        ("{type: string, contentEncoding: base64}", Primitive("string", "byte")),
        ("{type: 'null'}", Primitive("null")),
        ("{type: [string, 'null']}", Nullable(STRING)),
        ("{type: array}", Array(Anything())),
        ("{type: array, items: {type: string}}", Array(STRING)),
        ("{items: {type: string}}", Array(STRING, assumed=True)),
        (
            "{prefixItems: [{type: string}]}",
            Tuple((STRING,), Anything(), 0, assumed=True),
        ),
        ("{type: object}", Map(Anything())),
        ("{additionalProperties: {type: string}}", Map(STRING, assumed=True)),
        ("{const: a}", Constant("a")),
        ("{const: null}", Primitive("null")),
        ("{enum: [true, false]}", Primitive("boolean")),
        ("{enum: [a, null]}", Nullable(Constant("a"))),
        ("{allOf: [{type: string}]}", STRING),
        ("{anyOf: [{type: string}, {type: 'null'}]}", Nullable(STRING)),
    ],
)
def test_a_schema_has_a_type(schema: str, expected: Type) -> None:
    """By its keywords."""
    assert expected == property_type(schema)


@pytest.mark.parametrize(
    "schema",
    [
        "{type: string, nullable: true}",
        "{allOf: [{type: string}], nullable: true}",
        "{nullable: true, oneOf: [{type: string}]}",
    ],
)
def test_nullable_of_3_0_is_null(schema: str) -> None:
    """Beside a type and beside combinators."""
    assert Nullable(STRING) == property_type(schema, start=OLD)


def test_a_property_that_may_not_be_is_none() -> None:
    """`false` as its schema forbids it; what comes all the same is kept."""
    schema = declared("X: {type: object, properties: {a: false, b: {}}}")

    assert isinstance(schema, ObjectSchema)
    assert ["b"] == [one.key for one in schema.properties]


def test_what_several_parts_say_of_a_property_holds_together() -> None:
    """Of an object in it, too."""
    schema = declared(
        """
        X:
          allOf:
            - {type: object, properties: {p: {type: object, properties: {a: {}}}}}
            - {type: object, properties: {p: {type: object, properties: {b: {}}}}}
        """,
        "X",
    )
    assert isinstance(schema, ObjectSchema)
    [property_] = schema.properties

    assert isinstance(property_.type, Reference)
    assert ("components", "schemas", "X", "properties", "p") == property_.type.to.steps


def test_types_of_both_parts_are_those_that_both_allow() -> None:
    """A nullable text and a text are a text."""
    schema = "{allOf: [{type: [string, 'null']}, {type: string, maxLength: 3}]}"

    assert STRING == property_type(schema)


def test_one_reference_in_all_of_is_the_reference() -> None:
    """The idiom of 3.0 for `null`, and for docs, beside `$ref`."""
    schema = "{allOf: [{$ref: '#/components/schemas/Y'}], nullable: true, title: Z}"
    found = property_type(schema, "Y: {type: object, properties: {a: {}}}", OLD)

    assert isinstance(found, Nullable)
    assert isinstance(found.inner, Reference)
    assert "Y" == found.inner.to.last


def test_all_of_is_merged() -> None:
    """What is required anywhere is required."""
    schema = declared(
        """
        X: {allOf: [{$ref: '#/components/schemas/Y'}, {required: [b, a]}]}
        Y: {type: object, properties: {a: {type: string}, b: {type: integer}}}
        """,
    )

    assert isinstance(schema, ObjectSchema)
    assert {"a": True, "b": True} == {p.key: p.required for p in schema.properties}


def test_a_list_of_strings_is_an_enumeration() -> None:
    """With a name of its own, and its values in their order."""
    schema = declared("X: {type: string, enum: [b, a]}")

    assert isinstance(schema, EnumSchema)
    assert ["b", "a"] == [member.value for member in schema.members]


def test_recursion_ends() -> None:
    """In a reference."""
    schema = declared("X: {type: array, items: {$ref: '#/components/schemas/X'}}")

    assert isinstance(schema, AliasSchema)
    assert schema.type == Array(Reference(schema.at))


@pytest.mark.parametrize(
    "beside",
    ["", ", description: A pet", ", $id: 'https://a.b/c', $defs: {d: {}}", ", x-a: 1"],
)
def test_a_component_may_be_another_name_of_one(beside: str) -> None:
    """Whatever stands beside the reference and asserts nothing."""
    declaration = declared(
        f"X: {{$ref: '#/components/schemas/Pet'{beside}}}\n"
        "Pet: {properties: {name: {type: string}}}",
    )
    pet = Pointer("", ("components", "schemas", "Pet"))

    assert isinstance(declaration, AliasSchema)
    assert Reference(pet) == declaration.type
    assert declaration.docs == ("A pet" if "A pet" in beside else "")


def test_a_type_has_no_more_levels_than_python_reads() -> None:
    """What is deeper inside, and has no name, is anything."""
    levels = 60
    text = f"X: {'{type: array, items: ' * levels}{{type: string}}{'}' * levels}"
    schema = declared(text)
    assert isinstance(schema, AliasSchema)
    type_: Type = schema.type
    depth = 0
    while isinstance(type_, Array):
        type_, depth = type_.items, depth + 1

    assert (50, Anything()) == (depth, type_)
    assert ["schema-deep"] == problems_of_schemas(text)


def test_a_type_is_no_larger_than_can_be_read() -> None:
    """Although it refers to the same twice, thirty times."""
    both = "{prefixItems: [%s, %s]}"
    pairs = [
        f"S{n}: {{properties: {{p: {both % (twin, twin)}}}}}"
        for n in range(30)
        for twin in [f"{{$ref: '#/components/schemas/S{n + 1}/properties/p'}}"]
    ]
    text = "\n".join([*pairs, "S30: {properties: {p: {type: string}}}"])

    assert {"schema-deep"} == {*problems_of_schemas(text)}


def test_an_object_that_may_be_something_else_is_a_part_of_its_component() -> None:
    """The name of the component is that of both."""
    found = declared("X: {type: [object, string], properties: {a: {type: string}}}")
    inside = Pointer("", ("components", "schemas", "X", "type"))

    assert isinstance(found, AliasSchema)
    assert isinstance(found.type, Union)
    assert [Reference(inside), Primitive("string")] == [
        variant.type for variant in found.type.variants
    ]
