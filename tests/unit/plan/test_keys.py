"""Every key that a package writes into its lock is read there as what it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clientsmith.load import Source
from clientsmith.lock import Lock, read_lock, write_lock
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options, kind_of

TEXT = """\
openapi: 3.2.0
info: {title: Pets, version: "1"}
security: [{key: []}]
paths:
  /DNS:
    get:
      tags: [DNS Zones]
      operationId: listZones
      parameters:
        - {name: cursor, in: query, schema: {type: string}}
        - {name: SortBy, in: query, schema: {enum: [a, b]}}
      responses:
        "200": {description: "", content: {application/json: {schema: {
          type: object, properties: {next_cursor: {type: string}, has_more: {
          type: boolean}, data: {type: array, items: {type: object, properties: {
          someKind: {anyOf: [{title: One, type: object, properties: {a: {}}},
          {type: string}]}}}}}}}}}
    additionalOperations:
      COPY:
        operationId: copyZone
        tags: [DNS Zones]
        parameters: [{name: copyTo, in: query, schema: {type: string}}]
        requestBody: {content: {application/json: {schema: {type: object,
          properties: {name: {}}}}, multipart/form-data: {schema: {type: object,
          required: [file], properties: {file: {type: string, format: binary}}}}}}
        callbacks: {done: {"{$url}": {post: {requestBody: {content: {
          application/json: {schema: {type: object, properties: {id: {}}}}}},
          responses: {}}}}}
        responses:
          "200": {description: "", content: {application/octet-stream: {}}}
      STREAM:
        operationId: watchZone
        tags: [DNS Zones]
        parameters: [{name: live, in: query, schema: {type: boolean}}]
        responses:
          "200": {description: "", content: {
            application/json: {schema: {type: object, properties: {b: {}}}},
            text/event-stream: {itemSchema: {type: object, properties: {data: {}}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas: {}
"""


def published() -> Mapping[str, str]:
    """Return what the lock keeps of a package that has something of everything."""
    source = Source("api.yaml", TEXT.encode())
    options = Options("pets", enums="class")
    package = compile_description(source, (), options).package
    assert package is not None
    return package.names


def test_what_is_written_into_a_lock_is_read(tmp_path: Path) -> None:
    """Whatever it is the name of."""
    names = published()
    path = tmp_path / "clientsmith.lock"
    write_lock(path, Lock(names={"pets": names}))
    read = read_lock(path)

    assert () == read.diagnostics
    assert read.value is not None
    assert names == read.value.names["pets"]


def test_a_package_has_names_of_all_kinds() -> None:
    """And so has this one, also of what stands beside methods."""
    names = published()
    beside = {"arguments", "download", "pages", "params", "stream"}

    kinds = {"attribute", "class", "identifier", "member", "method", "variant"}

    assert kinds == {*map(kind_of, names)}
    assert beside == {step for key in names for step in key.split("/")} & beside
