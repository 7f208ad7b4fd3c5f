"""Enumerations keep every value, of whatever kind it is."""

from __future__ import annotations

import pytest

from clientsmith.ir import (
    Anything,
    Array,
    EnumSchema,
    Map,
    Nullable,
    Primitive,
    Reference,
    Type,
    Union,
)
from unit.compiling import declared, property_type


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{enum: [1.5, 2.5]}", Primitive("number")),
        ("{enum: [{a: 1}]}", Map(Anything())),
        ("{enum: [[1], [2]]}", Array(Anything())),
        ("{const: {a: 1}}", Map(Anything())),
        ("{enum: [{a: 1}, null]}", Nullable(Map(Anything()))),
    ],
)
def test_values_without_a_literal_are_of_their_type(
    schema: str, expected: Type
) -> None:
    """Numbers with a fraction, objects and arrays."""
    assert expected == property_type(schema)


def test_values_of_several_kinds_are_a_union() -> None:
    """Of those that have a literal and those that have none."""
    found = property_type("{enum: [a, 1, {}]}")

    assert isinstance(found, Union)
    assert [Reference, Map] == [type(each.type) for each in found.variants]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: string, enum: [1, true, b]}", ["1", "true", "b"]),
        ("{type: integer, enum: ['1', 2]}", [1, 2]),
        ("{enum: [1, true, 1]}", [1, True]),
    ],
)
def test_values_are_of_the_type_beside_them(
    schema: str, expected: list[object]
) -> None:
    """YAML reads what its author meant as text; a value listed twice counts once."""
    found = declared(f"X: {schema}")

    assert isinstance(found, EnumSchema)
    values = [member.value for member in found.members]
    assert [(type(each), each) for each in expected] == [
        (type(each), each) for each in values
    ]


@pytest.mark.parametrize(
    "extension",
    [
        "x-enum-varnames: [ON, OFF], x-enum-descriptions: [is on, is off]",
        "x-enumNames: [ON, OFF], x-enumDescriptions: {1: is on, 0: is off}",
    ],
)
def test_extensions_name_and_describe_values(extension: str) -> None:
    """In a list, or by value."""
    found = declared(f"X: {{type: integer, enum: [1, 0], {extension}}}")

    assert isinstance(found, EnumSchema)
    assert [("ON", "is on"), ("OFF", "is off")] == [
        (" ".join(member.name.words), member.docs) for member in found.members
    ]
