"""What a description holds, counted in its text by other means than the product's.

Nothing of the generator is used here, not even to read a file or a reference.
https://spec.openapis.org/oas/v3.2.0.html#openapi-object
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from corpus.texts import Place, Texts

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SCHEMAS = ("items", "additionalProperties", "not", "contains", "propertyNames")
_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMA_MAPS = ("properties", "patternProperties", "dependentSchemas")
_INSIDE = frozenset({"schema", *_SCHEMAS, *_SCHEMA_LISTS, *_SCHEMA_MAPS})
"""Keys on the way to schemas that are parts of something, and have no name."""
_Sent: TypeAlias = list[tuple[dict[str, Any], Place]]


@dataclass(slots=True)
class Tally:
    """What was found, each with its place."""

    operations: set[tuple[str, str, Place]] = field(
        default_factory=set[tuple[str, str, Place]]
    )
    """Path, method and place of what a client may call."""
    received: set[Place] = field(default_factory=set[Place])
    """The operations of webhooks and callbacks."""
    parameters: set[Place] = field(default_factory=set[Place])
    media_types: set[Place] = field(default_factory=set[Place])
    schemas: set[Place] = field(default_factory=set[Place])
    """Components, and schemas of other files that are referred to."""


def tally(path: Path) -> Tally:
    """Count what the description at a path holds."""
    counting = _Counting(Texts(path))
    counting.count()
    return counting.found


@dataclass(slots=True)
class _Counting:
    texts: Texts
    found: Tally = field(default_factory=Tally)
    _seen: set[Place] = field(default_factory=set[Place])

    @property
    def root(self) -> dict[str, Any]:
        return self.texts.root

    @property
    def is_old(self) -> bool:
        return "swagger" in self.root

    def count(self) -> None:
        for name, item in _named(self.root, "paths"):
            if name.startswith("/"):
                for found in self._operations(item, ("", "paths", name)):
                    self.found.operations.add((name, *found))
        for name, item in _named(self.root, "webhooks"):
            self._hook(item, ("", "webhooks", name))
        for name, item in _named(self.root, "x-webhooks"):
            if name not in (self.root.get("webhooks") or {}):
                self._hook(item, ("", "x-webhooks", name))
        way = ("definitions",) if self.is_old else ("components", "schemas")
        holder = self.root if self.is_old else self.root.get("components") or {}
        for name, schema in (holder.get(way[-1]) or {}).items():
            self.found.schemas.add(("", *way, name))
            self._schema(schema, ("", *way, name))

    def _hook(self, item: Any, at: Place) -> None:
        for _, place in self._operations(item, at):
            self.found.received.add(place)

    def _operations(self, item: Any, at: Place) -> Iterator[tuple[str, Place]]:
        """Yield the methods of a path item, and count what is in them."""
        item, at = self.texts.enter(item, at)
        sent = self._parameters(item, at)
        is_new = str(self.root.get("openapi", "")).startswith("3.2")
        for method in (*_METHODS, "query") if is_new else _METHODS:
            if isinstance(item.get(method), dict):
                self._inside(item[method], (*at, method), sent)
                yield method.upper(), (*at, method)
        for method, operation in _named(item, "additionalOperations"):
            place = (*at, "additionalOperations", method)
            self._inside(operation, place, sent)
            yield method, place

    def _inside(self, operation: dict[str, Any], at: Place, shared: _Sent) -> None:
        if at in self._seen:
            return
        self._seen.add(at)
        operation = self.texts.include(operation, at)
        sent = [*self._parameters(operation, at), *shared]
        for parameter, place in sent[:1]:  # a form is the list that it stands in
            is_body = parameter["in"] == "body"
            self.found.media_types.add(place if is_body else place[:-1])
        if "requestBody" in operation:
            self._content(operation["requestBody"], (*at, "requestBody"))
        for status, response in _named(operation, "responses"):
            self._content(response, (*at, "responses", status))
        if self._hands_out_bytes(operation, at):
            self.found.media_types.add((*at, "responses", "200"))
        for name, given in _named(operation, "callbacks"):
            callback, place = self.texts.enter(given, (*at, "callbacks", name))
            for expression, item in _members(callback):
                self._hook(item, (*place, expression))

    def _hands_out_bytes(self, operation: dict[str, Any], at: Place) -> bool:
        """Tell whether an operation of 2.0 makes files, and has no schema of them."""
        given = operation.get("produces") if self.is_old else None
        response = (operation.get("responses") or {}).get("200")
        if not given or response is None:
            return False
        response, _ = self.texts.enter(response, (*at, "responses", "200"))
        texts = ("json", "xml", "text", "form", "html", "yaml")
        has_text = any(word in kind for kind in given for word in texts)
        return not (has_text or "schema" in response or "examples" in response)

    def _parameters(self, holder: dict[str, Any], at: Place) -> _Sent:
        """Count the parameters of a holder; return those that are bodies in 2.0."""
        sent: _Sent = []
        for index, given in enumerate(holder.get("parameters") or ()):
            site = (*at, "parameters", str(index))
            parameter, place = self.texts.enter(given, site)
            if self.is_old and parameter["in"] in {"body", "formData"}:
                sent.append((parameter, place))
            else:
                self.found.parameters.add(site)
            self._schemas(parameter, place)
        return sent

    def _content(self, value: Any, at: Place) -> None:
        value, at = self.texts.enter(value, at)
        if self.is_old and "schema" in value:
            self.found.media_types.add((*at, "schema"))
        elif self.is_old and "examples" in value:
            self.found.media_types.add(at)
        self._schemas(value, at)
        for media_type, given in _named(value, "content"):
            content, place = self.texts.enter(given, (*at, "content", media_type))
            self.found.media_types.add(place)
            self._schemas(content, place)
        for name, given in _named(value, "headers"):
            self._schemas(*self.texts.enter(given, (*at, "headers", name)))

    def _schemas(self, holder: dict[str, Any], at: Place) -> None:
        for key in ("schema", "itemSchema"):
            if key in holder:
                self._schema(holder[key], (*at, key))

    def _schema(self, schema: Any, at: Place) -> None:
        """Walk through a schema, and count what it refers to in other files."""
        if not isinstance(schema, dict) or at in self._seen:
            return
        self._seen.add(at)
        if isinstance(schema.get("$ref"), str):
            target, place = self.texts.step(schema["$ref"], at)
            self._name(place)
            self._schema(target, place)
        for key in _SCHEMAS:
            self._schema(schema.get(key), (*at, key))
        for key in _SCHEMA_LISTS:
            for index, each in enumerate(schema.get(key) or ()):
                self._schema(each, (*at, key, str(index)))
        for key in _SCHEMA_MAPS:
            given, place = self.texts.enter(schema.get(key), (*at, key))
            for name, each in _members(given):
                if place != (*at, key):
                    self._name((*place, name))
                self._schema(each, (*place, name))

    def _name(self, place: Place) -> None:
        if place[0] and _INSIDE.isdisjoint(place):
            self.found.schemas.add(place)


def _named(holder: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Yield the members of a map that an object has, extensions left out."""
    yield from _members(holder.get(key))


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, member in value.items():
            if not str(name).startswith("x-"):
                yield str(name), member
