"""Small documents that would become large ones, if somebody let them.

Each is a few kilobytes, or one long text, and is a bomb where a stage looks at every
way through it, copies what is referred to, or believes a number.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]
Make: TypeAlias = Callable[[list[Schema]], Schema]

HEAD = 'openapi: 3.1.0\ninfo: {title: Big, version: "1"}\npaths: {}\n'
MILLION = 1_000_000


def described(schemas: Mapping[str, Schema], **others: Any) -> str:
    """Describe an operation that is sent, and answers, the schema `Root`."""
    content = {"content": {"application/json": {"schema": to("Root")}}}
    response = {"description": "It.", **content}
    operation = {"requestBody": content, "responses": {"200": response}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Big", "version": "1"},
        "paths": {"/x": {"post": {"operationId": "x", **operation}}},
        "components": {"schemas": schemas},
    }
    return json.dumps({**document, **others})


def to(name: str) -> Schema:
    """Refer to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def inside(name: str) -> Schema:
    """Refer to a schema that has no name."""
    return {"$ref": f"#/components/schemas/{name}/properties/p"}


def levels(depth: int, width: int, make: Make) -> str:
    """Make levels of schemas; each refers to the next one several times."""
    schemas = {f"S{n}": make([to(f"S{n + 1}")] * width) for n in range(depth)}
    return described({**schemas, f"S{depth}": object_of([{}]), "Root": to("S0")})


def unnamed(depth: int, make: Make) -> str:
    """Do the same, by references to what has no name."""
    schemas = {
        f"S{n}": {"properties": {"p": make([inside(f"S{n + 1}")] * 2)}}
        for n in range(depth)
    }
    last = {"properties": {"p": {"type": "string"}}}
    return described({**schemas, f"S{depth}": last, "Root": to("S0")})


def object_of(properties: list[Schema]) -> Schema:
    """Make an object that requires properties."""
    keys = [f"p{n}" for n in range(len(properties))]
    members = dict(zip(keys, properties, strict=True))
    return {"type": "object", "required": keys, "properties": members}


def nested(opening: str, closing: str, depth: int) -> str:
    """Nest a schema in itself."""
    text = f'{opening * depth}{{"type": "string"}}{closing * depth}'
    return described({"Root": {}}).replace('"Root": {}', f'"Root": {text}')


def text_of(text: str) -> str:
    """Describe an object at length."""
    return described({"Root": {"type": "object", "description": text}})


def mapped(count: int) -> str:
    """Give two variants very many tags."""
    pets = {
        name: {"required": ["k"], "properties": {"k": {"type": "string"}, name: {}}}
        for name in ("Cat", "Dog")
    }
    mapping = {f"v{n}": ("Cat", "Dog")[n % 2] for n in range(count)}
    discriminator = {"propertyName": "k", "mapping": mapping}
    union = {"oneOf": [to("Cat"), to("Dog")], "discriminator": discriminator}
    return described({**pets, "Root": union})


def both_of(count: int) -> str:
    """Merge schemas that all have a property of their own kind, and of the next."""
    kinds = {
        f"S{n}": {
            "properties": {
                "p": to(f"S{n}"),
                "q": to(f"S{(n + 1) % count}"),
                f"o{n}": {},
            }
        }
        for n in range(count)
    }
    return described({**kinds, "Root": {"allOf": [to(name) for name in kinds]}})


def example_of_unions(depth: int) -> str:
    """Give an example to a union of unions that lead to each other crosswise."""
    unions = {
        f"{one}{n}": {"anyOf": [to(f"A{n + 1}"), to(f"B{n + 1}")]}
        for n in range(depth)
        for one in "AB"
    }
    ends = {f"{one}{depth}": object_of([{"type": "string"}]) for one in "AB"}
    root = object_of([{**to("A0"), "example": {"c": 1}}])
    return described({**unions, **ends, "Root": root})


def answer_of_unions(depth: int) -> str:
    """Answer with unions of two unions each, down to objects."""
    unions = {
        f"{one}{n}": {
            "anyOf": [to(f"A{n + 1}"), to(f"B{n + 1}"), object_of([{"title": one}])]
        }
        for n in range(depth)
        for one in "AB"
    }
    ends = {f"{one}{depth}": {"type": "string"} for one in "AB"}
    return described({**unions, **ends, "Root": to("A0")})


def repeated(each: str, count: int) -> str:
    """Repeat an anchor of the anchor before it."""
    lines = [f"x-{n}: &a{n} {each.format(f'*a{n - 1}')}\n" for n in range(1, count)]
    return f"{HEAD}x-0: &a0 [x]\n{''.join(lines)}"


LOTS = {
    "type": "object",
    "required": ["a", "b", "c"],
    "properties": {
        "a": {"type": "array", "minItems": 10**9, "items": {"type": "integer"}},
        "b": {"type": "string", "minLength": 10**9},
        "c": {"type": "array", "prefixItems": [{}], "minItems": 10**9},
    },
}
TAGS = [{"name": f"t{n}", "parent": f"t{n + 1}"} for n in range(500)]
TAGGED = {
    f"/x{n}": {"get": {"tags": [f"t{n}"], "responses": {"200": {"description": "It."}}}}
    for n in range(500)
}

BOMBS: dict[str, Callable[[], str]] = {
    "required properties": lambda: levels(14, 8, object_of),
    "allOf of the same": lambda: levels(20, 2, lambda to: {"allOf": to}),
    "oneOf of the same": lambda: levels(20, 2, lambda to: {"oneOf": to}),
    "anyOf of the same": lambda: levels(20, 2, lambda to: {"anyOf": [*to, {}]}),
    "merged with itself": lambda: both_of(12),
    "unions crosswise": lambda: example_of_unions(20),
    "unions of unions": lambda: answer_of_unions(30),
    "unnamed tuples": lambda: unnamed(30, lambda to: {"prefixItems": to}),
    "unnamed objects": lambda: unnamed(30, object_of),
    "arrays in arrays": lambda: nested('{"type": "array", "items": ', "}", 220),
    "objects in objects": lambda: nested('{"properties": {"p": ', "}}", 115),
    "many tags of one union": lambda: mapped(5000),
    "a billion items": lambda: described({"Root": LOTS}),
    "tags in tags": lambda: described(
        {"Root": {}}, openapi="3.2.0", paths=TAGGED, tags=TAGS
    ),
    "aliases of aliases": lambda: repeated(f"[{', '.join(['{0}'] * 9)}]", 20),
    "merged aliases": lambda: repeated("{{<<: {0}, k: {0}}}", 200),
    "brackets": lambda: f"{HEAD}x-a: {'[' * MILLION}",
    "a pattern that backtracks": lambda: described(
        {"Root": {"type": "string", "pattern": "^(a+)+$", "default": "a" * 40 + "!"}}
    ),
    "a long name": lambda: described(
        {"Root": object_of([{}]) | {"properties": {"aB" * 100_000: {}}}}
    ),
    "a long title": lambda: described({"Root": {"title": "A " * MILLION}}),
    "a long list": lambda: text_of("- a\n" * 100_000),
    "many spaces": lambda: text_of(f"a{' ' * MILLION}b"),
    "many quotes": lambda: text_of('"' * MILLION),
    "many backslashes": lambda: text_of("\\" * MILLION),
}
"""By what makes them large."""
