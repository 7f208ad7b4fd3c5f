"""Three calls that refer to the same parameter, headers, answer and credentials."""

from __future__ import annotations

CALL = """\
  /{name}:
    get:
      operationId: list_{name}
      tags: [{name}]
      parameters: [{{$ref: "#/components/parameters/Limit"}}]
      responses:
        "200": {{$ref: "#/components/responses/Things"}}
        "404": {{description: None.}}
"""
CALLS = "".join(CALL.format(name=name) for name in ("orders", "pets", "shops"))
REST = """\
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer}}
  headers:
    Total: {schema: {type: integer}}
  responses:
    Busy: {description: Too many.}
    Things:
      description: Things.
      headers: {X-Total: {$ref: "#/components/headers/Total"}}
      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: http, scheme: basic}
  schemas:
    Thing: {type: object, properties: {name: {type: string}}}
    Other: {type: object, properties: {size: {type: integer}}}
"""
HEAD = """\
openapi: 3.1.0
info: {title: Things, version: "1"}
servers: [{url: "https://things.example"}]
security: [{key: []}]
paths:
"""
DOCUMENT = f"{HEAD}{CALLS}{REST}"


def edited(*pairs: tuple[str, str]) -> str:
    """Replace what stands in the document, which has to be there, each time it does."""
    text = DOCUMENT
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return text


def line_of(text: str, words: str) -> int:
    """Return the first line that has some words."""
    found = (at for at, line in enumerate(text.splitlines(), 1) if words in line)
    return next(found)
