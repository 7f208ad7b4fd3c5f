"""A Swagger document may refer to other files, which are converted as they are."""

from __future__ import annotations

from pathlib import Path

from clientsmith.ir import MediaType, Operation, Reference
from clientsmith.pointer import Pointer
from unit.folders import api, run, schemas, type_of

START = 'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\n'


def only_operation(folder: Path, files: dict[str, str]) -> Operation:
    """Lower a description with one operation."""
    [operation] = api(folder, files).operations
    return operation


def test_a_definition_may_stand_in_another_file(tmp_path: Path) -> None:
    """It is a schema of 2.0, and refers back to what has moved."""
    files = {
        "api.yaml": f"{START}paths: {{}}\ndefinitions:\n"
        "  X: {type: object, properties: {p: {$ref: pet.yaml}}}\n"
        "  Tag: {type: object, properties: {a: {type: string}}}\n",
        "pet.yaml": "type: object\nproperties:\n"
        "  tag: {$ref: 'api.yaml#/definitions/Tag'}\n",
    }
    found = api(tmp_path, files)
    tag = Pointer("", ("components", "schemas", "Tag"))

    assert Reference(Pointer("pet.yaml")) == type_of(found, "X", "p")
    assert Reference(tag) == type_of(found, "pet", "tag")


def test_a_path_may_stand_in_another_file(tmp_path: Path) -> None:
    """Its parameters and responses are those of 2.0."""
    files = {
        "api.yaml": f"{START}produces: [text/plain]\npaths: {{/a: {{$ref: a.yaml}}}}\n",
        "a.yaml": "get:\n  parameters: [{in: query, name: q, type: integer}]\n"
        "  responses: {'200': {description: '', schema: {type: string}}}\n",
    }
    operation = only_operation(tmp_path, files)

    assert ["q"] == [one.name for one in operation.parameters]
    assert ["text/plain"] == [
        content.content_type
        for content in operation.responses[0].content
        if isinstance(content, MediaType)
    ]


def test_a_body_may_stand_in_another_file(tmp_path: Path) -> None:
    """It becomes a request body there, and is referred to as one."""
    files = {
        "api.yaml": f"{START}paths: {{/a: {{post: {{parameters: "
        "[{$ref: 'parts.yaml#/Body'}, {$ref: 'parts.yaml#/Limit'}], responses: {}}}}\n",
        "parts.yaml": "Body: {in: body, name: b, required: true, schema: "
        "{type: object, properties: {a: {type: string}}}}\n"
        "Limit: {in: query, name: limit, type: integer}\n",
    }
    operation = only_operation(tmp_path, files)

    assert operation.request_body is not None
    assert Pointer("parts.yaml", ("Body",)) == operation.request_body.at
    assert ["limit"] == [one.name for one in operation.parameters]


def test_fields_of_a_form_may_stand_in_another_file(tmp_path: Path) -> None:
    """They become properties of one object, and nothing is left of them there."""
    files = {
        "api.yaml": f"{START}paths: {{/a: {{post: {{parameters: "
        "[{$ref: 'parts.yaml#/Name'}], responses: {}}}}\n",
        "parts.yaml": "Name: {in: formData, name: name, type: string}\n",
    }
    operation = only_operation(tmp_path, files)

    assert operation.request_body is not None
    assert ["application/x-www-form-urlencoded"] == [
        content.content_type for content in operation.request_body.content
    ]


def test_a_map_of_definitions_may_be_another_file(tmp_path: Path) -> None:
    """It is put in place before anything moves."""
    files = {
        "api.yaml": f"{START}paths: {{}}\ndefinitions: {{$ref: all.yaml}}\n",
        "all.yaml": "Pet: {type: object, discriminator: kind, required: [kind], "
        "properties: {kind: {type: string}}}\n",
    }
    found = api(tmp_path, files)

    assert [("Pet",)] == [one.name.words for one in found.declarations.values()]


def test_a_file_of_another_version_is_read_by_that(tmp_path: Path) -> None:
    """In both directions."""
    old = f"{START}paths: {{}}\ndefinitions:\n  Old: {{type: object, properties: "
    old += "{at: {type: string, x-nullable: true}}}\n"
    files = {
        "api.yaml": schemas(
            "X: {type: object, properties: {p: {$ref: 'old.yaml#/definitions/Old'}}}"
        ),
        "old.yaml": old,
    }
    outcome = run(tmp_path, files).compiled

    assert outcome.description is not None
    place = Pointer("old.yaml", ("definitions", "Old", "properties", "at", "type"))
    assert ["string", "null"] == outcome.description.lookup(place)


def test_problems_in_other_files_are_shown_where_they_stand(tmp_path: Path) -> None:
    """By what is written there."""
    files = {
        "api.yaml": f"{START}paths: {{/a: {{$ref: a.yaml}}}}\n",
        "a.yaml": "get:\n  parameters: [{in: query, name: q, type: array, items: "
        "{type: string}, collectionFormat: tsv}]\n  responses: {}\n",
    }
    [problem] = run(tmp_path, files).diagnostics
    expected = Pointer("a.yaml", ("get", "parameters", "0", "collectionFormat"))

    assert ("collection-format", expected) == (problem.code, problem.at)


def test_a_shared_response_of_another_file_has_the_media_types_of_the_root(
    tmp_path: Path,
) -> None:
    """They are those of the operations that it answers."""
    files = {
        "api.yaml": f"{START}produces: [text/plain]\npaths: {{/a: {{get: {{responses: "
        "{'200': {$ref: 'shared.yaml#/responses/name'}}}}}\n",
        "shared.yaml": "responses: {name: {description: '', schema: {type: string}}}\n",
    }
    [response] = only_operation(tmp_path, files).responses

    assert ["text/plain"] == [content.content_type for content in response.content]
