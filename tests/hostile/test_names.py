"""Names that mean something else in Python, through a whole package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from clientsmith.diagnostics import Exit
from hostile.command import Desk

DOCUMENT = """
openapi: 3.1.0
info: {title: Server, version: "1"}
paths:
  /:
    get: {responses: {"200": {description: d, content: {text/plain: {}}}}}
  /{class}/{json_body}:
    get:
      parameters:
        - {name: class, in: path, required: true, schema: {type: string}}
        - {name: json_body, in: path, required: true, schema: {type: string}}
        - {name: self, in: query, schema: {type: string}}
        - {name: params, in: query, schema: {type: string}}
      responses: {"204": {description: d}}
  /folded/{\N{LATIN SMALL LIGATURE FI}le}:
    get:
      parameters:
        - name: \N{LATIN SMALL LIGATURE FI}le
          in: path
          required: true
          schema: {type: string}
      responses: {"204": {description: d}}
  /users/{id}/posts:
    get:
      operationId: users.posts
      tags: [users]
      responses: {"200": {description: d, content: {application/json: {schema: {}}}}}
  /users/posts:
    get:
      operationId: listAll
      responses: {"200": {description: d, content: {application/json: {schema: {}}}}}
  /lists:
    get:
      tags: [lists]
      operationId: list
      responses:
        "200":
          description: d
          content:
            application/json:
              schema:
                type: array
                items: {$ref: "#/components/schemas/IsNone"}
  /lists/names:
    get:
      tags: [lists]
      operationId: names
      responses:
        "200":
          description: d
          content: {application/json: {schema: {type: array, items: {const: a list}}}}
  /stream:
    post:
      tags: [jobs]
      operationId: create
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {stream: {type: boolean}}}
      responses:
        "200":
          description: d
          content:
            application/json: {schema: {type: object}}
            text/event-stream: {schema: {$ref: "#/components/schemas/IsNone"}}
    get:
      tags: [jobs]
      operationId: createStream
      responses: {"204": {description: d}}
components:
  schemas:
    IsNone:
      type: object
      properties:
        next: {$ref: "#/components/schemas/IsNone"}
        copy: {type: string}
        model_config: {type: string}
        list: {type: array, items: {type: string}}
        +1: {type: integer}
        "-1": {type: integer}
"""


def test_a_package_of_such_names_passes_its_own_tests(tmp_path: Path) -> None:
    """Every operation is there under a name of its own, and can be called."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)

    ended = desk.run("generate", "api.yaml", "--out", "out", "--package", "server")

    assert (Exit.OK, False) == (ended.code, "bug" in ended.err), ended.err
    tests = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-c",
            os.devnull,
            "--rootdir",
            ".",
            "tests",
        ],
        cwd=tmp_path / "out",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "out")},
    )
    assert "10 passed" in tests.stdout, tests.stdout


def test_the_base_error_has_a_name_of_its_own(tmp_path: Path) -> None:
    """A package called `server` has a `ServerError` already: any 5xx."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.run("generate", "api.yaml", "--out", "out", "--package", "server")

    text = (tmp_path / "out/server/errors.py").read_text("utf-8")

    assert "Error as ServerApiError" in text
