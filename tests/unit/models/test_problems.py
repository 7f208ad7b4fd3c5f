"""What may go wrong while models are made is said, and never a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

import datamodel_code_generator
import pytest

from clientsmith.diagnostics import Exit
from clientsmith.styles import ModelStyle as Style
from unit.models.making import BOOKSHOP, models_of, problems, run

HOSTILE = r"""
openapi: 3.1.0
info: {title: "T\"\"\"\nimport os\n\"\"\"", version: "1"}
paths: {}
components:
  schemas:
    X:
      description: "\"\"\"\nraise SystemExit\n\"\"\" \\N{x} \\ \0 \u202e"
      type: object
      required: ["'\"]; raise SystemExit; [", "__class__"]
      properties:
        "'\"]; raise SystemExit; [": {description: "\"\"\" + exit() + \"\"\""}
        __class__: {const: "' + exit() + '"}
        field: {type: string}
        date: {type: string, format: date}
        list: {type: array, items: {$ref: "#/components/schemas/X"}}
    E: {enum: ["\"]; raise SystemExit; [\"", "\0", "b\\"]}
    Field: {type: string}
    Literal: {type: object, properties: {self: {type: string}}}
"""

LIMITS = """
openapi: 3.1.0
info: {title: Limits, version: "1"}
paths: {}
components:
  schemas:
    Limits:
      type: object
      properties: {most: {type: integer}}
      additionalProperties: {type: integer}
    Page: {type: object, properties: {size: {type: integer}}}
"""


def test_the_generator_is_needed_only_by_who_wants_its_models(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where it is missing, the message says what to install."""
    monkeypatch.setitem(sys.modules, "datamodel_code_generator", None)
    [problem] = run(BOOKSHOP, "bookshop", "dataclass").diagnostics

    assert ("models-generator-missing", Exit.USAGE) == (problem.code, problem.exit)
    assert "install datamodel-code-generator" in (problem.hint or "")
    assert [] == run(BOOKSHOP, "bookshop", "pydantic").diagnostics


def test_a_failure_of_the_generator_is_a_diagnostic(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With what it said, and another way."""

    def fail(*_: object, **__: object) -> None:
        raise KeyError

    monkeypatch.setattr(datamodel_code_generator, "generate", fail)
    [problem] = run(BOOKSHOP, "bookshop", "msgspec").diagnostics

    assert "models-generator-failed" == problem.code
    assert "failed: KeyError" in problem.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("import os\n", "models-unsafe"),
        ("class X(Y):\n    exit()\n", "models-unsafe"),
        ("X = eval('1')\n", "models-unsafe"),
        ("def f(): ...\n", "models-unsafe"),
        ("class\n", "models-unsafe"),
        ("class Other: pass\n", "models-renamed"),
    ],
)
def test_text_that_was_not_asked_for_is_not_written(
    monkeypatch: pytest.MonkeyPatch, text: str, code: str
) -> None:
    """Nothing but classes and types under the names of the client."""
    monkeypatch.setattr(datamodel_code_generator, "generate", lambda *_, **__: text)
    found = {each.code for each in run(BOOKSHOP, "bookshop", "dataclass").diagnostics}

    assert {code} == found


@pytest.mark.parametrize("style", ["dataclass", "typeddict", "pydantic-dataclass"])
def test_a_hostile_description_stays_text(style: Style, tmp_path: Path) -> None:
    """Quotes, escapes and statements in names, values and prose."""
    (tmp_path / "api.yaml").write_text(HOSTILE.lstrip(), "utf-8")
    models = models_of(tmp_path / "api.yaml", tmp_path, style)

    assert models.X
    assert {"E", "FieldSchema", "LiteralSchema", "X"} <= set(dir(models))


def test_a_document_without_schemas_has_no_models(tmp_path: Path) -> None:
    """And the other program, which would object, is not asked."""
    text = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\n'

    assert [] == problems(text, "dataclass", tmp_path)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("dataclass", ["Limits"]),
        ("msgspec", ["Limits"]),
        ("pydantic-dataclass", ["Limits"]),
        ("pydantic", []),
        ("typeddict", []),
    ],
)
def test_objects_that_lose_undeclared_properties_are_named(
    style: Style, expected: list[str], tmp_path: Path
) -> None:
    """If the description gives these a type; others it does not speak of."""
    found = problems(LIMITS, style, tmp_path)
    places = [str(each.at) for each in found if each.code == "models-limited"]

    assert [f"#/components/schemas/{name}" for name in expected] == places
