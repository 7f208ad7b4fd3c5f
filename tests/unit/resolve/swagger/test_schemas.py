"""Schemas of 2.0 say a few things in other words."""

from __future__ import annotations

import pytest

from unit.resolve.swagger.converting import converted, schema


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{$ref: '#/definitions/Y'}", {"$ref": "#/components/schemas/Y"}),
        ("{type: file}", {"type": "string", "format": "binary"}),
        (
            "{type: string, x-nullable: true}",
            {"type": ["string", "null"], "x-nullable": True},
        ),
        ("{minimum: 0, exclusiveMinimum: true}", {"exclusiveMinimum": 0}),
        ("{discriminator: kind}", {"discriminator": {"propertyName": "kind"}}),
        (
            "{type: array, items: [{type: string}, {type: integer}]}",
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
        ),
        (
            '{items: [{type: string}, {type: "null"}]}',
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
        ),
    ],
)
def test_keywords_of_2_0_become_those_of_3_1(old: str, new: object) -> None:
    """In every schema."""
    assert new == schema(old)


def test_a_property_may_be_called_as_a_keyword() -> None:
    """Below `properties`, keys are names; below `example`, all is data."""
    text = "{properties: {discriminator: {type: string}}, example: {discriminator: a}}"

    assert {
        "properties": {"discriminator": {"type": "string"}},
        "example": {"discriminator": "a"},
    } == schema(text)


def test_a_reference_into_what_has_moved_follows_it() -> None:
    """However deep it leads."""
    text = """
        paths:
          /a:
            post:
              parameters:
                - {name: b, in: body, schema: {properties: {p: {type: string}}}}
              responses:
                "200":
                  description: d
                  schema: {$ref: "#/paths/~1a/post/parameters/0/schema/properties/p"}
    """
    found = converted(text)["paths"]["/a"]["post"]["responses"]["200"]["content"]

    assert "#/paths/~1a/post/requestBody/content/application~1json/schema" in str(found)
