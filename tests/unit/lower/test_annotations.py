"""What is said of a place may be said where a value is not null."""

from __future__ import annotations

import pytest

from clientsmith.ir import AliasSchema, ObjectSchema, Value
from unit.compiling import declared, property_of

DESCRIBED = "type: number, description: Heat, default: 1, example: 2, deprecated: true"


@pytest.mark.parametrize(
    "schema",
    [
        f"{{{DESCRIBED}}}",
        f"{{anyOf: [{{{DESCRIBED}}}, {{type: 'null'}}]}}",
        f"{{oneOf: [{{const: null}}, {{{DESCRIBED}}}]}}",
        f"{{anyOf: [{{anyOf: [{{{DESCRIBED}}}]}}, {{type: 'null'}}]}}",
        f"{{allOf: [{{description: Cold}}, {{{DESCRIBED}}}, {{minimum: 1}}]}}",
    ],
)
def test_what_may_be_null_is_described_where_it_is_not(schema: str) -> None:
    """By its description, default, example and flags."""
    found = property_of(schema)

    assert "Heat" == found.docs
    assert Value(1) == found.default
    assert Value(2) == found.example
    assert found.deprecated


def test_what_stands_around_it_comes_first() -> None:
    """It is nearer to the place."""
    inner = f"anyOf: [{{{DESCRIBED}}}, {{type: 'null'}}]"

    assert "Here" == property_of(f"{{description: Here, {inner}}}").docs


@pytest.mark.parametrize(
    "schema",
    [
        "{anyOf: [{type: string, description: a}, {type: number, description: b}]}",
        "{anyOf: [{$ref: '#/components/schemas/Y'}, {type: 'null'}]}",
    ],
)
def test_one_of_several_does_not_speak_for_all(schema: str) -> None:
    """And a schema with a name speaks for itself."""
    others = "Y: {type: string}"

    assert "" == property_of(schema, others).docs


def test_a_component_is_described_by_it_too() -> None:
    """As a property would be."""
    found = declared(f"X: {{anyOf: [{{{DESCRIBED}}}, {{type: 'null'}}]}}")

    assert isinstance(found, AliasSchema)
    assert "Heat" == found.docs
    assert found.deprecated


@pytest.mark.parametrize("last", ["{type: string}", "{$ref: '#/components/schemas/Y'}"])
def test_a_part_that_refines_a_property_does_not_unsay_it(last: str) -> None:
    """What an earlier part says of it holds where the later one is silent."""
    found = declared(
        f"""
        X:
          allOf:
            - {{properties: {{heat: {{type: string, description: Heat}}}}}}
            - {{properties: {{heat: {last}}}}}
        Y: {{type: string}}
        """
    )

    assert isinstance(found, ObjectSchema)
    assert ["Heat"] == [each.docs for each in found.properties]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "type_", ["{type: string}", "{$ref: '#/components/schemas/Y'}"]
)
def test_a_place_is_read_only_if_any_part_says_so(type_: str, *, first: bool) -> None:
    """Whichever part says what is there: a patch may not change what a whole has."""
    flags = "{readOnly: true, deprecated: true}"
    each = [flags, type_] if first else [type_, flags]
    parts = "".join(f"\n            - {{properties: {{heat: {one}}}}}" for one in each)
    found = declared(
        f"""
        X:
          required: [heat]
          allOf:{parts}
        Y: {{type: string}}
        """
    )

    assert isinstance(found, ObjectSchema)
    assert [(True, False, True)] == [
        (each.read_only, each.write_only, each.deprecated) for each in found.properties
    ]


@pytest.mark.parametrize(
    "property_",
    [
        "{$ref: '#/components/schemas/Y'}",
        "{allOf: [{$ref: '#/components/schemas/Y'}]}",
        "{$ref: '#/components/schemas/Y', description: What opens it.}",
    ],
)
def test_what_is_referred_to_says_that_a_place_is_only_written(property_: str) -> None:
    """An answer need not have it, although it is required."""
    found = declared(
        f"""
        X: {{required: [key], properties: {{key: {property_}}}}}
        Y: {{type: string, writeOnly: true}}
        """
    )

    assert isinstance(found, ObjectSchema)
    assert [(False, True)] == [
        (each.read_only, each.write_only) for each in found.properties
    ]
