"""The tests that are generated beside a package fail if a request is another one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options

DOCUMENT = b"""\
openapi: 3.1.0
info: {title: Things, version: "1"}
servers: [{url: "https://things.example"}]
paths:
  /things/{id}/parts:
    post:
      tags: [parts]
      operationId: addPart
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: size, in: query, required: true, schema: {type: integer}}
        - {name: X-Side, in: header, required: true, schema: {enum: [left, right]}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name, dry]
              properties: {name: {type: string}, dry: {type: boolean}}
      responses: {"201": {description: Added.}}
"""
RESOURCE = Path("things/resources/parts.py")
MUTANTS = {
    "nothing": ("", ""),
    "method": ('method="POST"', 'method="PUT"'),
    "path": ('"/things/{id}/parts"', '"/things/{id}/wrong"'),
    "path parameter": ("id=simple(id)", 'id=simple("other")'),
    "name in the query": ('form("size"', 'form("sizes"'),
    "name of a header": ('"X-Side"', '"X-Sides"'),
    "body": ("json_body(params, without=", 'json_body({"name": ""}, without='),
}
"""What is changed in the package, and how."""


@pytest.mark.parametrize("changed", MUTANTS)
def test_another_request_is_noticed(changed: str, tmp_path: Path) -> None:
    """Whatever of it is not what the description says."""
    done = compile_description(Source("a.yaml", DOCUMENT), (), Options("things"))
    assert done.package is not None, done.diagnostics
    for file in produce(done.package, "ruff").value or []:
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    before, after = MUTANTS[changed]
    text = (tmp_path / RESOURCE).read_text("utf-8")
    (tmp_path / RESOURCE).write_text(text.replace(before, after, 1), "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert before in text
    assert (run.returncode == 0) is (changed == "nothing"), run.stdout
    assert changed == "nothing" or "assert call." in run.stdout
