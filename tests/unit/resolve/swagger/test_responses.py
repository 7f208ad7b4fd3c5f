"""Responses say their schema once for all that an operation produces."""

from __future__ import annotations

from typing import Any

import pytest

from unit.resolve.swagger.converting import converted, response

SCHEMA = "description: d, schema: {type: object}"


def test_each_media_type_has_the_schema() -> None:
    """JSON is what is meant where none is given."""
    content = {"schema": {"type": "object"}}

    assert {"application/json": content} == response(SCHEMA)["content"]
    assert {"text/plain": content, "text/html": content} == (
        response(SCHEMA, "produces: [text/plain, text/html]\n")["content"]
    )


def test_a_response_without_a_schema_has_no_content() -> None:
    """That is what its absence means."""
    assert {"description": "d"} == response("description: d")


def own(produced: str) -> Any:
    """Convert the response without a schema of an operation that produces something."""
    text = f"""
        paths:
          /a:
            get: {{produces: [{produced}], responses: {{"200": {{description: d}}}}}}
    """
    return converted(text)["paths"]["/a"]["get"]["responses"]["200"]


@pytest.mark.parametrize(
    "produced", ["application/octet-stream", "application/x-tar", "image/png"]
)
def test_an_operation_that_produces_bytes_has_content(produced: str) -> None:
    """Who writes at an operation that it produces an archive means that it does."""
    assert {produced: {}} == own(produced)["content"]


@pytest.mark.parametrize(
    "produced",
    ["application/json", "text/plain", "application/problem+xml", "application/x-yaml"],
)
def test_one_that_produces_text_may_have_none(produced: str) -> None:
    """A default that somebody wrote at everything is no promise."""
    assert {"description": "d"} == own(f"{produced}, image/png")


def test_bytes_that_a_whole_document_produces_are_no_promise() -> None:
    """Nor are they one of another status than 200."""
    whole = """
        produces: [image/png]
        paths: {/a: {get: {responses: {"200": {description: d}}}}}
    """
    other = """
        paths:
          /a: {delete: {produces: [image/png], responses: {"202": {description: d}}}}
    """
    found = converted(whole)["paths"]["/a"]["get"]["responses"]["200"]

    assert {"description": "d"} == found
    found = converted(other)["paths"]["/a"]["delete"]["responses"]["202"]
    assert {"description": "d"} == found


def test_examples_belong_to_their_media_type() -> None:
    """They also say which there are, where nothing else does."""
    text = f"{SCHEMA}, examples: {{application/xml: <a/>}}"

    assert {"application/xml": {"schema": {"type": "object"}, "example": "<a/>"}} == (
        response(text)["content"]
    )


def test_a_file_is_bytes() -> None:
    """Of no known kind, unless the operation says which."""
    found = response("description: d, schema: {type: file}")["content"]

    assert {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
    } == found


def test_headers_have_schemas() -> None:
    """As parameters do."""
    text = "description: d, headers: {X-A: {type: integer, description: a}}"

    assert {"X-A": {"description": "a", "schema": {"type": "integer"}}} == (
        response(text)["headers"]
    )


def test_a_shared_response_is_copied_where_media_types_differ() -> None:
    """Its schema stays one, so that it has one name."""
    text = """
        produces: [application/json]
        paths:
          /a: {get: {responses: {"200": {$ref: "#/responses/R"}}}}
          /b:
            get:
              produces: [application/vnd.b+json]
              responses: {"200": {$ref: "#/responses/R"}}
        responses:
          R: {description: d, schema: {type: object, properties: {a: {}}}}
    """
    found = converted(text)
    there = "#/components/responses/R/content/application~1json/schema"

    assert {"$ref": "#/components/responses/R"} == (
        found["paths"]["/a"]["get"]["responses"]["200"]
    )
    assert {"application/vnd.b+json": {"schema": {"$ref": there}}} == (
        found["paths"]["/b"]["get"]["responses"]["200"]["content"]
    )
