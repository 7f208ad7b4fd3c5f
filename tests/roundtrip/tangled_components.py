"""Components that nobody would write and values of them, the same for each seed.

They refer to each other in every way that a schema can. Two things are left out, since
they mean nothing: a schema that is only itself, and a tag beside a constant that says
otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

NAMES = ("Pet", "Cat", "cat", "Dog", "Tree", "Node", "Value", "Event")
_EVENTS: dict[str, Schema] = {
    name: {"type": "object", "required": ["kind"], "properties": {"kind": kind}}
    for name, kind in {"Made": {"const": "Made"}, "Left": {"type": "string"}}.items()
}
"""Variants of `Event`, which get more properties."""
_KEYS = ("kind", "type", "a", "b", "aB", "a_b", "id", "items", "class")
_SCALARS: list[Any] = [
    *({"type": kind} for kind in ("boolean", "integer", "null", "number", "string")),
    *({"type": ["string", "null"]}, {"type": ["string", "integer"]}, {}, True),
    *({"type": "string", "format": each} for each in ("date-time", "uuid")),
    *({"const": each} for each in ("x", 1, None)),
    *({"enum": each} for each in (["x", "y"], ["x", 1, None], ["z"])),
    *({"type": "string", "minLength": 1}, {"type": "integer", "minimum": 1}),
    *({"type": "object"}, {"type": "array"}, {"type": "array", "maxItems": 0}),
]
_TEXTS = {
    "date-time": "2026-01-31T12:00:00.50Z",
    "uuid": "0e6d2a4e-5a0b-4c7e-9a0e-2f4f7b0c1d2e",
}
_VALUES: list[Any] = [None, True, 0, 1, 1.5, "", "x", "y", [], ["x"], [1, "x"], {}]
_PLAIN: dict[str, Any] = {"boolean": True, "null": None, "number": 1.5, "integer": 1}
_DEEPEST = 2
_LIKELY, _RANDOM = 16, 6
"""As many values of each component."""


@dataclass(frozen=True, slots=True)
class Components:
    """Makes components by chance."""

    chance: Random

    def made(self) -> dict[str, Schema]:
        """Make all of them."""
        found = {name: self._component(at) for at, name in enumerate(NAMES)}
        for name, schema in _EVENTS.items():
            more = self._properties(self.chance.sample(_KEYS[1:], 2), 1)
            found[name] = {**schema, "properties": {**more, **schema["properties"]}}
        variants = [_reference(name) for name in _EVENTS]
        tag = {"propertyName": "kind"}
        return {**found, "Event": {"oneOf": variants, "discriminator": tag}}

    def _component(self, at: int) -> Schema:
        if self._is(0.6):
            return self._object(0)
        made = self._schema(0, NAMES[at + 1 :])
        return made if isinstance(made, dict) else {}

    def _is(self, likely: float) -> bool:
        return self.chance.random() < likely

    def _schema(self, depth: int, names: tuple[str, ...] = NAMES) -> Any:
        """Make a schema; where nothing is between, it may only lead on to some."""
        if depth > _DEEPEST or self._is(0.3):
            return self._leaf(names)
        make = self.chance.choice(
            [self._object, self._object, self._array, self._map, self._tuple]
        )
        if self._is(0.4):
            return self._combined(depth, names)
        return make(depth)

    def _leaf(self, names: tuple[str, ...]) -> Any:
        if names and self._is(0.4):
            return _reference(self.chance.choice(names))
        scalar = self.chance.choice(_SCALARS)
        return dict(scalar) if isinstance(scalar, dict) else scalar

    def _object(self, depth: int) -> Schema:
        keys = self.chance.sample(_KEYS, self.chance.randint(1, 4))
        made: Schema = {"properties": self._properties(keys, depth + 1)}
        said: dict[str, tuple[float, Callable[[], Any]]] = {
            "type": (0.8, lambda: "object"),
            "required": (0.6, lambda: self.chance.sample(keys, 1)),
            "additionalProperties": (0.2, lambda: self._rest(depth)),
            "patternProperties": (0.1, lambda: {"^x": self._schema(depth + 1)}),
        }
        return made | {
            keyword: make()
            for keyword, (likely, make) in said.items()
            if self._is(likely)
        }

    def _rest(self, depth: int) -> Any:
        return False if self._is(0.5) else self._schema(depth + 1)

    def _properties(self, keys: list[str], depth: int) -> Schema:
        found = {key: self._schema(depth) for key in keys}
        for schema in found.values():
            if isinstance(schema, dict) and self._is(0.15):
                schema[self.chance.choice(["readOnly", "writeOnly"])] = True
        return found

    def _array(self, depth: int) -> Schema:
        return {"type": "array", "items": self._schema(depth + 1)}

    def _map(self, depth: int) -> Schema:
        return {"type": "object", "additionalProperties": self._schema(depth + 1)}

    def _tuple(self, depth: int) -> Schema:
        items = [self._schema(depth + 1) for _ in range(2)]
        closed = {"minItems": 2, "items": False} if self._is(0.5) else {}
        return {"type": "array", "prefixItems": items, **closed}

    def _combined(self, depth: int, names: tuple[str, ...]) -> Schema:
        keyword = self.chance.choice(["allOf", "anyOf", "anyOf", "oneOf", "oneOf"])
        parts = [self._schema(depth + 1, names) for _ in range(2)]
        beside = self._object(depth) if self._is(0.3) else {}
        return {**beside, keyword: parts}


@dataclass(frozen=True, slots=True)
class Values:
    """Makes values by chance, most of them such as a schema may have."""

    chance: Random
    components: dict[str, Schema]

    def made(self, name: str) -> list[Any]:
        """Make values for a component."""
        likely = [self._likely(self.components[name], 0) for _ in range(_LIKELY)]
        return likely + [self._any(0) for _ in range(_RANDOM)]

    def _any(self, depth: int) -> Any:
        if depth > _DEEPEST or self.chance.random() < 1 / 3:
            return self.chance.choice(_VALUES)
        if self.chance.random() < 1 / 3:
            return [self._any(depth + 1) for _ in range(self.chance.randint(0, 2))]
        keys = self.chance.sample(_KEYS, self.chance.randint(0, 4))
        return {key: self._any(depth + 1) for key in keys}

    def _likely(self, schema: Any, depth: int) -> Any:
        if not isinstance(schema, dict) or not schema or depth > 6:
            return self.chance.choice(_VALUES)
        if "$ref" in schema:
            return self._likely(self.components[_name(schema["$ref"])], depth + 1)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        own = self._own(schema, depth)
        parts = [self._likely(part, depth + 1) for part in self._chosen(schema)]
        objects = [each for each in (own, *parts) if isinstance(each, dict)]
        if parts and len(objects) == len(parts) + 1:
            return {key: value for each in objects for key, value in each.items()}
        return parts[0] if parts else own

    def _chosen(self, schema: Schema) -> list[Any]:
        """List what of its combined schemas a value is made for: all, or one."""
        parts = list(schema.get("allOf", ()))
        for keyword in ("anyOf", "oneOf"):
            parts += self.chance.sample(schema.get(keyword, ()), keyword in schema)
        return parts

    def _own(self, schema: Schema, depth: int) -> Any:
        kind = schema.get("type", "object")
        kind = self.chance.choice(kind) if isinstance(kind, list) else kind
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, depth)
        texts = {"string": _TEXTS.get(schema.get("format", ""), "x")}
        return {**_PLAIN, **texts}[kind]

    def _object(self, schema: Schema, depth: int) -> Schema:
        found: Schema = {}
        for key, each in schema.get("properties", {}).items():
            if key in schema.get("required", ()) or self.chance.random() < 1 / 2:
                found[key] = self._likely(each, depth + 1)
        more = {"more": "additionalProperties", "x1": "patternProperties"}
        for key, keyword in more.items():
            if schema.get(keyword) and self.chance.random() < 1 / 2:
                of = schema[keyword]
                of = of.get("^x", of) if isinstance(of, dict) else of
                found[key] = self._likely(of, depth + 1)
        return found

    def _array(self, schema: Schema, depth: int) -> list[Any]:
        first = [
            self._likely(each, depth + 1) for each in schema.get("prefixItems", ())
        ]
        rest = schema.get("items", {})
        more = [] if rest is False or "maxItems" in schema else [rest] * 2
        return first + [
            self._likely(each, depth + 1)
            for each in more
            if self.chance.random() < 1 / 2
        ]


def _reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _name(reference: str) -> str:
    return reference.rpartition("/")[2]
