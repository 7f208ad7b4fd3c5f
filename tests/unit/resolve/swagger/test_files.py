"""A document of 2.0 may be cut into files, but for its paths."""

from __future__ import annotations

from pathlib import Path

from clientsmith.ir import ObjectSchema
from clientsmith.pipeline import Compiled
from unit.folders import run
from unit.resolve.swagger.converting import START

FILES = {
    "pet.yaml": """\
type: object
discriminator: kind
required: [kind]
properties:
  kind: {type: string}
  name: {type: string, x-nullable: true}
  owner: {$ref: "api.yaml#/definitions/Owner"}
""",
    "shared.yaml": """\
parameters: {limit: {name: limit, in: query, type: integer}}
responses: {pets: {description: d, schema: {type: array, items: {$ref: pet.yaml}}}}
""",
}
ROOT = """\
paths:
  /pets:
    get:
      parameters: [{$ref: "shared.yaml#/parameters/limit"}]
      responses: {"200": {$ref: "shared.yaml#/responses/pets"}}
    post:
      parameters: [{name: b, in: body, schema: {$ref: pet.yaml}}]
      responses: {"204": {description: d}}
definitions:
  Owner: {type: object, properties: {name: {type: string}}}
"""


def compiled(folder: Path, root: str, files: dict[str, str]) -> Compiled:
    """Run the stages that decide on a description of several files."""
    return run(folder, {**files, "api.yaml": START + root}).compiled


def test_what_is_shared_by_files_is_converted(tmp_path: Path) -> None:
    """Parameters, responses and schemas, which may refer back."""
    done = compiled(tmp_path, ROOT, FILES)

    assert not done.failed, done.diagnostics
    assert done.lowered is not None
    listed, created = done.lowered.api.operations
    assert [("limit", "integer")] == [
        (one.name, getattr(one.type, "kind", None)) for one in listed.parameters
    ]
    assert ["application/json"] == [
        content.content_type for content in listed.responses[0].content
    ]
    assert created.request_body is not None
    kinds = {
        declared.name.snake: [one.key for one in declared.properties]
        for declared in done.lowered.api.declarations.values()
        if isinstance(declared, ObjectSchema)
    }
    assert {"owner": ["name"], "pet": ["kind", "name", "owner"]} == kinds


def test_a_path_of_another_file_is_refused(tmp_path: Path) -> None:
    """It is not converted, and would be misread."""
    files = {"item.yaml": "get: {responses: {}}\n"}
    done = compiled(tmp_path, "paths: {/a: {$ref: item.yaml}}\n", files)

    assert [("path-elsewhere", "#/paths/~1a")] == [
        (one.code, str(one.at)) for one in done.diagnostics
    ]
