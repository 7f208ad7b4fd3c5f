"""Components that nobody would write: they combine, choose and lead to each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from random import Random
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

_NAMES = ("Ant", "Bee", "Cat", "Dog", "Eel", "Fox", "Gnu", "Hen")
_KEYS = ("beak", "claw", "food", "home", "size", "tail")
_DEEPEST = 2
_PREFIX = "#/components/schemas/"


def made_up(seed: int, *, tangled: bool = False) -> dict[str, Schema]:
    """Make components up, the same ones for the same seed.

    Where they are tangled, what stands beside a choice has parts of its own, as its
    alternatives have.
    """
    chance = Random(seed)  # noqa: S311 - the same schemas in every run
    names = chance.sample(_NAMES, len(_NAMES))
    # What combines others does so in one direction: a circle would say nothing.
    return {
        name: _component(chance, names[:i], tangled=tangled)
        for i, name in enumerate(names)
    }


def document(components: Mapping[str, Schema]) -> bytes:
    """Describe an API that answers with each of them, and accepts each of them."""
    paths = {f"/{name}": _operations(name) for name in components}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Made up", "version": "1"},
        "paths": paths,
        "components": {"schemas": components},
    }
    return json.dumps(document).encode()


def needed(components: Mapping[str, Schema], name: str) -> dict[str, Schema]:
    """Return a component with those that it leads to, and no others."""
    found: set[str] = set()
    pending = [name]
    while pending:
        one = pending.pop()
        if one not in found:
            found.add(one)
            pending += _named_in(components[one])
    return {each: components[each] for each in components if each in found}


def _named_in(value: Any) -> Iterable[str]:
    inner = list(value.values()) if isinstance(value, dict) else value
    if isinstance(inner, str):
        return [inner.removeprefix(_PREFIX)] if inner.startswith(_PREFIX) else []
    return (
        [each for one in inner for each in _named_in(one)]
        if isinstance(inner, list)
        else []
    )


def _operations(name: str) -> Schema:
    content = {"content": {"application/json": {"schema": _reference(name)}}}
    answer = {"200": {"description": "", **content}}
    return {
        "get": {"operationId": f"get{name}", "responses": answer},
        "post": {
            "operationId": f"create{name}",
            "requestBody": content,
            "responses": answer,
        },
    }


def _component(chance: Random, above: list[str], *, tangled: bool) -> Schema:
    match chance.randrange(5) if above else 0:
        case 0 | 1:
            made = _object(chance)
        case 2:
            part: Schema = _reference(chance.choice(above))
            nested = chance.random() < 1 / 3
            made = {"allOf": [{"allOf": [part]} if nested else part, _object(chance)]}
        case 3:
            # What is in both has parts that are called after who combines them first.
            depth = 0 if tangled else _DEEPEST
            others = [_reference(chance.choice(above)), _object(chance, depth)]
            made = {**_object(chance, depth), "anyOf": others}
        case _:
            made = _choice(chance)
    if made.get("type") == "object" and chance.random() < 1 / 3:
        made["properties"]["kind"] = {"type": "string"}
        made |= {"required": ["kind"], "discriminator": {"propertyName": "kind"}}
    return made


def _object(chance: Random, depth: int = 0) -> Schema:
    keys = chance.sample(_KEYS, chance.choice([1, 2, 3]))
    return {"type": "object", "properties": {key: _part(chance, depth) for key in keys}}


def _part(chance: Random, depth: int) -> Schema:
    if depth >= _DEEPEST:
        return {"enum": chance.sample(["big", "fast", "loud"], 2)}
    match chance.randrange(7):
        case 0 | 1:
            return _reference(chance.choice(_NAMES))
        case 2:
            return _part(chance, _DEEPEST)
        case 3:
            return {"type": "array", "items": _part(chance, depth + 1)}
        case 4:
            return _object(chance, depth + 1)
        case 5:
            return {"type": "object", "additionalProperties": _part(chance, depth + 1)}
        case _:
            return _choice(chance)


def _choice(chance: Random) -> Schema:
    """Choose by tags between what has a title, which others have, too."""
    titles = chance.sample(["Thing", "Being", "Place"], 2)
    leading = _reference(chance.choice(_NAMES[:3]))
    return {"oneOf": [_tagged(title, leading) for title in titles]}


def _tagged(title: str, leading: Schema) -> Schema:
    properties = {"kind": {"const": title.lower()}, "next": leading}
    return {
        "type": "object",
        "title": title,
        "required": ["kind"],
        "properties": properties,
    }


def _reference(name: str) -> Schema:
    return {"$ref": f"{_PREFIX}{name}"}
