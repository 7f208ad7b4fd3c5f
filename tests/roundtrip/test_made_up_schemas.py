"""Schemas that nobody would write: what they allow is read, whoever judges it."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from clientsmith.load import Source
from clientsmith.plan import name_declarations
from roundtrip.packages import forget, generate, use
from roundtrip.reading import Reading

_SCHEMAS = 25
"""As many in one package: it takes longer to make one than to ask it."""
_DEEPEST = 2
_NAMED: dict[str, Any] = {
    "Bounded": {"type": "object", "properties": {"a": {"minimum": 1}}},
    "Short": {"type": "array", "maxItems": 1},
    "Tree": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
}
_VALUES: list[Any] = [
    *(None, True, False, 0, 1, 1.0, 1.5, -1, 3, "", "a", "ab", "abc", "1"),
    *([], [1], [1, 1.0], [1, "a"], ["a", "b"], [True], [[1]], [{"a": 1}, {"a": 1.0}]),
    *({}, {"a": 1}, {"a": "x"}, {"a": None}, {"a": 1, "b": 2}, {"b": "x"}, {"x1": 1}),
    *({"x1": "s", "a": 2}, {"a": {"a": 1}}, {"a": [1, 2]}, {"a": 1, "b": 2, "c": 3}),
]
_PLAIN: dict[str, list[Any]] = {
    "type": ["string", "integer", "number", "object", "array", ["array", "string"]],
    "const": [1, "a", [True]],
    "minimum": [0, 1.5],
    "exclusiveMaximum": [1, 2.5],
    "multipleOf": [2, 0.5],
    "minLength": [1, 2],
    "maxLength": [1, 2],
    "pattern": ["^a", "b", "1$"],
    "minItems": [1],
    "maxItems": [1],
    "uniqueItems": [True],
    "minContains": [0, 2],
    "maxContains": [1],
    "minProperties": [1],
    "maxProperties": [1],
    "required": [["a"], ["a", "b"], ["c"]],
    "dependentRequired": [{"a": ["b"]}],
    "propertyNames": [{"maxLength": 1}, {"pattern": "^a"}],
    "$ref": [f"#/components/schemas/{name}" for name in _NAMED],
}
_HOLDING = ("additionalProperties", "contains", "else", "if", "items", "not", "then")
_HOLDING += ("unevaluatedItems", "unevaluatedProperties")
_LISTING = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMING = {"dependentSchemas": "ab", "patternProperties": ["^x", "a"]}
_KEYWORDS = [*_PLAIN, *_HOLDING, *_LISTING, *_NAMING, "properties", "properties"]


@pytest.mark.parametrize("seed", range(3))
def test_what_a_schema_allows_is_never_refused(seed: int, tmp_path: Path) -> None:
    """Nor changed: what another validator calls valid is read and written back."""
    chance = Random(seed)  # noqa: S311 - the same schemas in every run
    schemas = [_schema(chance) for _ in range(_SCHEMAS)]
    made = generate(Source("a.json", _document(schemas)), f"made_up_{seed}")
    lowered = made.compiled.lowered
    assert lowered is not None
    reading = Reading(use(made, tmp_path), name_declarations(lowered.api, {}))
    problems: list[str] = []
    for operation, schema in zip(lowered.api.operations, schemas, strict=True):
        [content] = operation.responses[0].content
        judge = Draft202012Validator({**schema, "components": {"schemas": _NAMED}})
        problems += [
            f"{json.dumps(schema)} allows {json.dumps(value)}: {wrong}"
            for value in _VALUES
            if judge.is_valid(value)
            if (wrong := reading.wrong(content.type, value))
        ]
    forget(made.name)

    assert [] == problems


def _document(schemas: list[dict[str, Any]]) -> bytes:
    paths = {
        f"/{index:02}": {"get": {"responses": {"200": _response(schema)}}}
        for index, schema in enumerate(schemas)
    }
    info = {"title": "Made up", "version": "1"}
    components = {"schemas": _NAMED}
    document = {"openapi": "3.1.0", "info": info, "components": components}
    return json.dumps({**document, "paths": paths}).encode()


def _response(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _schema(chance: Random, depth: int = 0) -> dict[str, Any]:
    keywords = chance.sample(_KEYWORDS, chance.choice([1, 2, 2, 3, 4]))
    return {each: _value(each, chance, depth) for each in keywords}


def _inner(chance: Random, depth: int) -> Any:
    if depth >= _DEEPEST or chance.random() < 1 / 4:
        return chance.choice([True, False, {"type": "string"}, {"type": "integer"}])
    return _schema(chance, depth + 1)


def _value(keyword: str, chance: Random, depth: int) -> Any:
    if keyword in _PLAIN:
        return chance.choice(_PLAIN[keyword])
    if keyword in _HOLDING:
        return _inner(chance, depth)
    if keyword in _LISTING:
        return [_inner(chance, depth) for _ in range(2)]
    names = chance.sample([*_NAMING.get(keyword, ("a", "b", "x1"))], 2)
    return {name: _inner(chance, depth) for name in names}
