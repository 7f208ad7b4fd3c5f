"""Parameters keep their place; what they say of their value is a schema."""

from __future__ import annotations

import pytest

from unit.resolve.swagger.converting import converted, operation, parameter, problems


def test_what_stands_beside_the_type_is_the_schema() -> None:
    """Everything else stays where it was, extensions too."""
    text = "name: n, in: query, type: integer, minimum: 1, description: d, x-a: 1"
    expected = {
        "name": "n",
        "in": "query",
        "description": "d",
        "x-a": 1,
        "schema": {"type": "integer", "minimum": 1},
    }

    assert expected == parameter(text)


@pytest.mark.parametrize(
    ("chosen", "style", "explode"),
    [
        ("", "form", False),
        (", collectionFormat: csv", "form", False),
        (", collectionFormat: multi", "form", True),
        (", collectionFormat: ssv", "spaceDelimited", False),
        (", collectionFormat: pipes", "pipeDelimited", False),
    ],
)
def test_a_collection_format_is_a_style(
    chosen: str, style: str, *, explode: bool
) -> None:
    """Commas are what is meant where none is given."""
    text = f"name: n, in: query, type: array, items: {{type: string}}{chosen}"
    found = parameter(text)

    assert (style, explode) == (found["style"], found["explode"])
    assert {"type": "array", "items": {"type": "string"}} == found["schema"]


@pytest.mark.parametrize(
    "text",
    [
        "in: query, type: array, items: {type: string}, collectionFormat: tsv",
        "in: header, type: array, items: {type: string}, collectionFormat: pipes",
        (
            "in: query, type: array, "
            "items: {type: array, items: {type: string}, collectionFormat: pipes}"
        ),
    ],
)
def test_a_format_without_a_style_is_left_to_the_caller(text: str) -> None:
    """A string is sent as it is; that is said."""
    assert {"type": "string"} == parameter(f"name: n, {text}")["schema"]
    whole = f"paths: {{/a: {{get: {{parameters: [{{name: n, {text}}}]}}}}}}\n"
    assert "collection-format" in [one.code for one in problems(whole)]


def test_shared_parameters_move_to_the_components() -> None:
    """References follow them, through others too."""
    text = """
        paths:
          /a: {get: {parameters: [{$ref: "#/parameters/p"}], responses: {}}}
        parameters:
          p: {$ref: "#/parameters/q"}
          q: {name: q, in: query, type: string}
    """
    found = converted(text)

    assert [{"$ref": "#/components/parameters/p"}] == (
        found["paths"]["/a"]["get"]["parameters"]
    )
    assert {
        "p": {"$ref": "#/components/parameters/q"},
        "q": {"name": "q", "in": "query", "schema": {"type": "string"}},
    } == found["components"]["parameters"]


def test_a_parameter_that_has_a_schema_keeps_it() -> None:
    """As in OpenAPI 3, whose words a few documents mix in."""
    found = parameter("name: n, in: query, schema: {type: integer}")

    assert {"name": "n", "in": "query", "schema": {"type": "integer"}} == found


def test_parameters_of_the_body_leave_the_list() -> None:
    """And the others close up."""
    found = operation(
        "parameters: [{name: b, in: body}, {name: n, in: query, type: string}]"
    )

    assert ["n"] == [one["name"] for one in found["parameters"]]
