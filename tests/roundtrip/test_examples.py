"""Examples are found wherever OpenAPI lets them stand, and nowhere else."""

from __future__ import annotations

from roundtrip.examples import find_examples

DOCUMENT = {
    "paths": {
        "/pets": {
            "get": {
                "parameters": [{"name": "q", "schema": {"default": "x"}, "example": 1}],
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {
                                "schema": {},
                                "examples": {"a": {"$ref": "#/components/examples/A"}},
                            }
                        },
                        "headers": {"H": {"schema": {"example": "no"}}},
                    }
                },
            }
        }
    },
    "components": {
        "examples": {"A": {"value": {"example": "no"}}},
        "schemas": {"S": {"properties": {"example": {"examples": [True]}}}},
    },
}


def test_each_example_has_its_schema() -> None:
    """Of schemas, parameters and media types, references followed."""
    found = {
        str(each.at): (str(each.schema), each.value)
        for each in find_examples({"": DOCUMENT})
    }
    get = "#/paths/~1pets/get"
    answer = f"{get}/responses/200/content/application~1json"
    property_ = "#/components/schemas/S/properties/example"

    assert {
        f"{get}/parameters/0/example": (f"{get}/parameters/0/schema", 1),
        f"{get}/parameters/0/schema/default": (f"{get}/parameters/0/schema", "x"),
        "#/components/examples/A/value": (f"{answer}/schema", {"example": "no"}),
        f"{property_}/examples/0": (property_, True),
    } == found
