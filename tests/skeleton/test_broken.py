"""Where a door, a template or a formatter lets a statement in, the skeleton tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jinja2 import ChoiceLoader, DictLoader
from msgspec.structs import replace

from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options, Package, inputs, written
from clientsmith.plan import code as doors
from clientsmith.plan.code import Code
from clientsmith.render import environment, render
from clientsmith.write import File
from skeleton.comparison import mismatches

STATEMENT = 'Pets. Here"""; import os; """they are.'
EXPRESSION = '" + __import__("os").getcwd() + "'
ARGUMENT = "x=1), open((y"
FIELD = "x: int\n    import os\n    y"


def described(text: str = "Pets", value: str = "cat", key: str = "name") -> Package:
    """Plan a package; what may be hostile is what an author writes freely."""
    pet = {
        "type": "object",
        "description": text,
        "properties": {key: {"enum": [value, "dog"]}},
    }
    pets = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    operation = {
        "operationId": "putPet",
        "parameters": [
            {"name": key, "in": "path", "required": True, "schema": {"type": "string"}}
        ],
        "requestBody": {"content": {"application/json": {"schema": pets}}},
        "responses": {"200": {"description": text, "content": content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": {f"/pets/{{{key}}}": {"put": operation}},
        "components": {"schemas": {"Pet": pet}},
    }
    source = Source("api.json", json.dumps(document).encode())
    package = compile_description(source, (), Options("pets")).package
    assert package is not None
    return package


def found(package: Package, files: list[File] | None = None) -> dict[str, str]:
    """Compare a package with what was made of it, or would be."""
    return mismatches(package, files or render(package))


def unescaped(value: str) -> Code:
    """Quote as nobody should."""
    return Code(f'"{value}"')


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Let no door remember what it let in with another guard."""
    remembering = (doors.docstring, doors.identifier)
    for door in remembering:
        door.cache_clear()
    yield
    for door in remembering:
        door.cache_clear()


def let(monkeypatch: pytest.MonkeyPatch, guard: str, answer: Any) -> None:
    """Replace the guard of a door, wherever it is asked."""
    for module in (doors, written, inputs):
        monkeypatch.setattr(module, guard, answer, raising=False)


@pytest.mark.parametrize("hostile", [STATEMENT, EXPRESSION, ARGUMENT, FIELD])
def test_closed_doors_let_nothing_in(hostile: str) -> None:
    """Whichever of the places a text stands in."""
    for place in ("text", "value", "key"):
        assert {} == found(described(**{place: hostile}))


def test_a_docstring_that_ends_early_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module still parses, and would import what it was told to."""
    let(monkeypatch, "_clean", str.strip)
    package = described(text=STATEMENT)
    files = render(package)
    compile(_text(files, "pets/models/pet.py"), "pet", "exec")

    assert "is not a docstring" in found(package, files)["pets/models/pet.py"]


def test_a_literal_that_calls_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one expression, of a name that nobody has imported."""
    let(monkeypatch, "_string", unescaped)
    package = described(value=EXPRESSION)
    files = render(package)
    compile(_text(files, "pets/models/pet.py"), "pet", "exec")

    assert "__import__" in found(package, files)["pets/models/pet.py"]


@pytest.mark.parametrize(
    ("key", "path"),
    [(ARGUMENT, "pets/resources/pets.py"), (FIELD, "pets/params/pet.py")],
)
def test_a_name_that_is_more_than_a_name_is_found(
    monkeypatch: pytest.MonkeyPatch, key: str, path: str
) -> None:
    """A keyword that ends a call, and a field that is a statement."""
    let(monkeypatch, "is_identifier", bool)

    assert path in found(described(key=key))


def test_a_statement_of_a_template_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no plan says is no part of the skeleton."""
    package = described()
    loader = environment().loader
    assert loader
    name = "package/package/module.py.jinja"
    text, *_ = loader.get_source(environment(), name)
    changed = DictLoader({name: f"{text}\nimport os\n"})
    monkeypatch.setattr(environment(), "cache", {})
    monkeypatch.setattr(environment(), "loader", ChoiceLoader([changed, loader]))

    assert "'import os' stands where" in found(package)["pets/models/pet.py"]


@pytest.mark.parametrize("added", ["import os", "'x'", "class Pet: ...", "print(1)"])
def test_whatever_is_added_afterwards_is_found(added: str) -> None:
    """In every module, at its end."""
    package = described()
    files = [
        replace(file, text=f"{file.text}\n{added}\n")
        for file in render(package)
        if file.path.endswith(".py") and not file.verbatim
    ]
    others = [file for file in render(package) if not file.path.endswith(".py")]

    assert {file.path for file in files} == {*found(package, [*files, *others])}


def test_a_file_that_no_plan_names_is_found() -> None:
    """Nothing else is written."""
    package = described()
    files = [*render(package), File("pets/extra.py", "import os\n")]

    assert {"pets/extra.py": "is in no plan"} == found(package, files)


def _text(files: list[File], path: str) -> str:
    return next(file.text for file in files if file.path == path)
