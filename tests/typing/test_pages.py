"""What mypy and pyright say of lists that are read page by page."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from checkers import Checker, mypy, pyright
from expectations import expected, settle

from clientsmith.load import Source
from roundtrip.packages import generate

CASE = Path(__file__).with_name("pages") / "lists.py"
DESCRIPTION = """
openapi: 3.1.0
info: {title: Kennel, version: "1"}
servers: [{url: "https://kennel.example"}]
paths:
  /dogs:
    get:
      operationId: listDogs
      parameters:
        - {name: cursor, in: query, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        "200":
          description: Dogs.
          content:
            application/json: {schema: {$ref: "#/components/schemas/DogList"}}
  /cats:
    get:
      operationId: listCats
      parameters:
        - {name: cursor, in: query, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        "200":
          description: Cats.
          headers: {X-Total: {schema: {type: integer}}}
          content:
            application/json: {schema: {$ref: "#/components/schemas/DogList"}}
components:
  schemas:
    DogList:
      type: object
      properties:
        data: {type: array, items: {$ref: "#/components/schemas/Dog"}}
        next_cursor: {type: string}
    Dog: {type: object, required: [name], properties: {name: {type: string}}}
"""


@pytest.mark.parametrize("checker", [mypy, pyright], ids=lambda each: each.__name__)
def test_items_and_pages_are_typed(checker: Checker, tmp_path: Path) -> None:
    """Every wrong use is found and explained, and no right one is complained of."""
    if find_spec(checker.__name__) is None:
        pytest.skip(f"{checker.__name__} is not installed")
    made = generate(Source("kennel.yaml", DESCRIPTION.encode()), "kennel")
    for file in made.files:
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    case = Path(shutil.copy(CASE, tmp_path))
    wanted = list(expected(case, checker.__name__))

    found = settle(checker([case], tmp_path, tmp_path), wanted)

    assert sorted(map(str, wanted)) == sorted({*map(str, found)})
    modules = (tmp_path / "kennel").rglob("*.py")
    assert [] == checker([*modules], tmp_path, tmp_path)
