"""The count that reports are compared with finds what is there."""

from __future__ import annotations

from pathlib import Path

from corpus.tally import tally

ROOT = """
openapi: 3.2.0
paths:
  x-not-a-path: {get: {}}
  /pets:
    parameters: [{name: a, in: query}]
    get: {responses: {200: {$ref: "#/components/responses/Pets"}}}
    query:
      parameters: [{$ref: "#/components/parameters/B"}]
      callbacks:
        done:
          "{$request.query.url}":
            post: {requestBody: {content: {text/plain: {}}}}
    additionalOperations: {Purge: {}}
  /others: {$ref: others.yaml}
webhooks:
  born: {$ref: "#/components/pathItems/Born"}
components:
  parameters: {B: {name: b, in: query, schema: {$ref: "others.yaml#/x-name"}}}
  pathItems: {Born: {post: {}}}
  responses: {Pets: {content: {application/json: {}}}}
  schemas: {Pet: {}}
"""
OTHERS = "{delete: {}, x-name: {type: string}}"


def test_what_counts_is_found_wherever_it_is_written(tmp_path: Path) -> None:
    """In webhooks and callbacks, behind references, in other files."""
    (tmp_path / "root.yaml").write_text(ROOT)
    (tmp_path / "others.yaml").write_text(OTHERS)
    found = tally(tmp_path / "root.yaml")
    pets = ("", "paths", "/pets")
    url = ("callbacks", "done", "{$request.query.url}", "post")

    assert {
        ("/pets", "GET", (*pets, "get")),
        ("/pets", "QUERY", (*pets, "query")),
        ("/pets", "Purge", (*pets, "additionalOperations", "Purge")),
        ("/others", "DELETE", ("others.yaml", "delete")),
    } == found.operations
    assert {
        ("", "components", "pathItems", "Born", "post"),
        (*pets, "query", *url),
    } == found.received
    assert {
        (*pets, "parameters", "0"),
        (*pets, "query", "parameters", "0"),
    } == found.parameters
    assert {
        ("", "components", "responses", "Pets", "content", "application/json"),
        (*pets, "query", *url, "requestBody", "content", "text/plain"),
    } == found.media_types
    assert {
        ("", "components", "schemas", "Pet"),
        ("others.yaml", "x-name"),
    } == found.schemas
