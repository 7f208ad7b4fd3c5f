"""In a merge patch, None deletes: https://www.rfc-editor.org/rfc/rfc7396#section-1."""

from __future__ import annotations

import json
from pathlib import Path

from clientsmith.load import Source
from golden.answering import Server
from roundtrip.packages import forget, generate, use

DOCUMENT = b"""openapi: 3.1.0
info: {title: Desks, version: "1"}
servers: [{url: "https://desks.test"}]
paths:
  /desk:
    patch:
      operationId: updateDesk
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema:
              type: object
              required: [version]
              properties:
                version: {type: integer}
                colour: {type: string}
                lamp: {type: object, properties: {watts: {type: integer}}}
                note: {type: [string, "null"]}
      responses: {"204": {description: Done.}}
"""


def test_none_is_null_and_what_is_not_given_is_absent(tmp_path: Path) -> None:
    """What the server keeps and what it deletes are told apart."""
    server = Server()
    package = use(generate(Source("desks.yaml", DOCUMENT), "merge_desks"), tmp_path)
    server.client(package).desk.update(version=2, colour=None, lamp={"watts": None})
    forget("merge_desks")

    sent = json.loads(server.request.content)
    assert {"version": 2, "colour": None, "lamp": {"watts": None}} == sent
    assert "application/merge-patch+json" == server.request.headers["content-type"]
