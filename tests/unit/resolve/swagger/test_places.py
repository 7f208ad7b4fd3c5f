"""What is said of a converted document names the places of the one that was written."""

from __future__ import annotations

import pytest

from clientsmith.pipeline import produce
from unit.resolve.swagger.converting import compiled, problems

DOCUMENT = """
    produces: [application/json, text/plain]
    paths:
      /a/{id}:
        post:
          parameters:
            - {name: b, in: body, schema: {$ref: "#/definitions/Pet"}}
            - {name: id, in: path, required: true, type: string}
            - {name: n, in: query, type: string}
          responses:
            "200": {$ref: "#/responses/R"}
    definitions:
      Pet: {type: object, properties: {name: {type: string, not: {}}}}
    responses:
      R: {description: d, schema: {$ref: "#/definitions/Pet"}}
"""


def test_the_report_names_what_was_written() -> None:
    """Every operation, parameter, media type and schema."""
    report = compiled(DOCUMENT).report

    assert report is not None
    place = "#/paths/~1a~1{id}/post"
    assert [place] == [one.pointer for one in report.operations]
    assert [f"{place}/parameters/1", f"{place}/parameters/2"] == [
        one.pointer for one in report.parameters
    ]
    assert {f"{place}/parameters/0", "#/responses/R/schema"} == {
        one.pointer for one in report.media_types
    }
    assert ["#/definitions/Pet"] == [one.pointer for one in report.schemas]


def test_files_name_what_they_came_from() -> None:
    """In the manifest, which `check` compares."""
    package = compiled(DOCUMENT).package

    assert package is not None
    made = produce(package, "none").value or []
    sources = {source for file in made for source in file.sources}
    assert {"#/definitions/Pet", "#/paths/~1a~1{id}/post"} == sources


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("definitions: []\n", "document-invalid", "#/definitions"),
        (
            "definitions: {X: {properties: {a: {type: 5}}}}\n",
            "document-invalid",
            "#/definitions/X/properties/a/type",
        ),
        (
            "definitions: {X: {$ref: '#/definitions/Z'}}\n",
            "reference-missing",
            "#/definitions/X/$ref",
        ),
        (
            (
                "paths: {/a: {get: {parameters: [{name: b, in: body, schema: {}}, "
                "{name: n, in: qery, type: string}], responses: {}}}}\n"
            ),
            "document-invalid",
            "#/paths/~1a/get/parameters/1/in",
        ),
        (
            (
                "paths: {/a: {get: {parameters: [{name: n, in: query, minimum: x}], "
                "responses: {}}}}\n"
            ),
            "document-invalid",
            "#/paths/~1a/get/parameters/0/minimum",
        ),
        (
            "paths: {/a: {get: {responses: {'200': {schema: {}}}}}}\n",
            "field-missing",
            "#/paths/~1a/get/responses/200",
        ),
        (
            "securityDefinitions: {s: {type: oauth2, flow: password, scopes: []}}\n",
            "document-invalid",
            "#/securityDefinitions/s/scopes",
        ),
    ],
)
def test_a_mistake_is_shown_where_it_is_written(
    text: str, code: str, place: str
) -> None:
    """Though the value has moved."""
    assert (code, place) in [(one.code, str(one.at)) for one in problems(text)]


def test_what_was_written_once_is_reported_once() -> None:
    """A shared response may have become one for each operation."""
    text = """
        paths:
          /a: &path
            get:
              produces: [application/json, text/html]
              responses: {"200": {$ref: "#/responses/R"}}
          /b: *path
        responses:
          R: {description: d, schema: {required: [x], properties: {y: {}}}}
    """

    assert [("required-undeclared", "#/responses/R/schema/required/0")] == [
        (one.code, str(one.at)) for one in problems(text)
    ]


@pytest.mark.parametrize("version", ["1.2", "3"])
def test_other_versions_of_swagger_are_unsupported(version: str) -> None:
    """They are another format."""
    start = f'swagger: "{version}"\ninfo: {{title: x, version: "1"}}\n'
    done = compiled("", start)

    assert ["version-unsupported"] == [one.code for one in done.diagnostics]
