"""Components that refer to each other as nobody would let them, read all the same."""

from __future__ import annotations

import json
import os
from importlib import import_module
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

import pytest

from clientsmith.ir import MediaType
from clientsmith.load import Source
from clientsmith.plan import name_declarations
from clientsmith.pointer import Pointer
from roundtrip.packages import Generated, forget, generate, use
from roundtrip.reading import Reading
from roundtrip.tangled_components import Components, Values
from roundtrip.validity import Judge, Verdict

WHOLE = "CLIENTSMITH_WHOLE_TANGLED" in os.environ
SEEDS = range(300 if WHOLE else 8)


@pytest.mark.parametrize("seed", SEEDS)
def test_components_that_refer_to_each_other_are_read(
    seed: int, tmp_path: Path
) -> None:
    """What is valid is neither refused nor changed, and whatever is made is there."""
    chance = Random(seed)  # noqa: S311 - the same components in every run
    components = Components(chance).made()
    document = _document(components)
    source = Source("a.json", json.dumps(document).encode())
    made = generate(source, f"tangled_components_{seed}")
    lowered = made.compiled.lowered
    assert lowered is not None, made.compiled.diagnostics
    reading = Reading(use(made, tmp_path), name_declarations(lowered.api, {}))
    judge = Judge({"": document})
    values = Values(chance, components)
    types = {
        each.path[1:]: content.type
        for each in lowered.api.operations
        for content in each.responses[0].content
        if isinstance(content, MediaType)
    }
    problems = _missing(made)
    for name in components:
        at = Pointer() / "components" / "schemas" / name
        problems += [
            f"{name} allows {json.dumps(value)}, {mode}: {wrong}"
            for value in values.made(name)
            if judge.verdict(value, at) is Verdict.VALID
            for mode in ("lenient", "strict")
            if (wrong := reading.wrong(types[name], value, mode))
        ]
    forget(made.name)

    assert [] == problems


def _missing(made: Generated) -> list[str]:
    """List what modules of models and arguments export and cannot be imported."""
    paths = [PurePosixPath(file.path).with_suffix("") for file in made.files]
    names = [
        ".".join(path.parts).removesuffix(".__init__")
        for path in paths
        if path.parts[1:2] in {("models",), ("params",)}
    ]
    modules = {name: import_module(name) for name in names}
    return [
        f"{name} has no {each}"
        for name, module in modules.items()
        for each in getattr(module, "__all__", ())
        if not hasattr(module, each)
    ]


def _document(components: dict[str, Any]) -> dict[str, Any]:
    """Describe an API that answers each component, and takes it as a property."""
    paths = {
        f"/{name}": {"get": _answered(name), "post": _taken(name)}
        for name in components
    }
    info = {"title": "Made up", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": paths}
    return {**document, "components": {"schemas": components}}


def _answered(name: str) -> dict[str, Any]:
    content = {"application/json": {"schema": _reference(name)}}
    responses = {"200": {"description": "", "content": content}}
    return {"operationId": f"get {name}", "responses": responses}


def _taken(name: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"value": _reference(name)}}
    body = {"content": {"application/json": {"schema": schema}}}
    responses = {"204": {"description": ""}}
    operation = {"operationId": f"post {name}", "requestBody": body}
    return {**operation, "responses": responses}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
