"""Schemas inside of assertions, as JSON in which references are written out.

Whoever judges values by one needs nothing beside it. What nobody can judge, such as a
schema that holds itself, becomes `true`, unless it matters that it does not fit.
https://json-schema.org/draft/2020-12/json-schema-core#section-10
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from typing import Any, TypeAlias, cast

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, pattern_problem

from .kinds import names_in

Written: TypeAlias = Mapping[str, Any] | bool
"""A schema of JSON alone."""

ASSERTED_FORMATS = frozenset({"date", "date-time", "duration", "time", "uuid"})
"""Formats that strict validation asserts."""
LONGEST = 1_000
"""What takes more characters as JSON is not written into a program."""
_MOST = 300
"""Schemas that one is looked through for; references may be written out again."""
_TYPES = frozenset(
    {"array", "boolean", "integer", "null", "number", "object", "string"},
)
_DYNAMIC = frozenset({"$dynamicRef", "$recursiveRef"})
_UNEVALUATED = frozenset({"unevaluatedItems", "unevaluatedProperties"})


class _UnwritableError(Exception):
    """What is left out would make a schema refuse more."""


class _LongError(Exception):
    """A schema is longer than anybody would read."""


def written_out(
    description: Description, node: object, *, exact: bool = False
) -> Written | None:
    """Write a schema without references; None if that cannot be done.

    Unless it has to be `exact`, it may allow more than it did.
    """
    with suppress(_UnwritableError, _LongError):
        written = _Writer(description, exact).schema(node)
        if len(json.dumps(written)) <= LONGEST:
            return written
    return None


class _Writer(Struct, frozen=True):
    """Writes a schema, and those inside of it."""

    description: Description
    exact: bool
    inside: frozenset[Pointer] = frozenset()
    """The references that are being written out."""
    seen: Iterator[int] = field(default_factory=count)

    def schema(self, node: object) -> Written:
        """Write one schema."""
        if next(self.seen) > _MOST:
            raise _LongError
        if not isinstance(node, dict):
            return node is not False
        members = cast("dict[str, Any]", node)
        if not _UNEVALUATED.isdisjoint(members) and not self.exact:
            return self._whole(members)
        if not _DYNAMIC.isdisjoint(members):
            return self._anything()
        return _briefly(members, dict(self._keywords(members)))

    def _whole(self, members: dict[str, Any]) -> Written:
        """Say nothing of what is unevaluated where it is not clear what that is."""
        try:
            return replace(self, exact=True).schema(members)
        except _UnwritableError:
            rest = {k: v for k, v in members.items() if k not in _UNEVALUATED}
            return self.schema(rest)

    def _anything(self) -> bool:
        if self.exact:
            raise _UnwritableError
        return True

    def _keywords(self, members: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        for keyword, value in members.items():
            if keyword in _WRITERS and not _says_nothing(members, keyword):
                try:
                    yield keyword, _WRITERS[keyword](self, value)
                except _UnwritableError:
                    self._anything()
        if isinstance(members.get("$ref"), str):
            target = self._referred(self.description.pointer(members["$ref"]))
            yield "allOf", [*self.listed(members.get("allOf", [])), target]

    def _referred(self, pointer: Pointer) -> Written:
        if pointer in self.inside:
            return self._anything()
        inner = replace(self, inside=self.inside | {pointer})
        try:
            return inner.schema(self.description.lookup(pointer))
        except LookupError:
            return self._anything()

    def exactly(self, value: object) -> Written:
        """Write a schema of which it matters what does not fit."""
        return replace(self, exact=True).schema(value)

    def alternatives(self, value: list[object]) -> list[Written]:
        """Write schemas of which just one fits."""
        return replace(self, exact=True).listed(value)

    def listed(self, value: list[object]) -> list[Written]:
        """Write a list of schemas."""
        return [self.schema(each) for each in value]

    def named(self, value: dict[str, object]) -> dict[str, Written]:
        """Write schemas by name."""
        return {name: self.schema(each) for name, each in value.items()}

    def by_pattern(self, value: dict[str, object]) -> dict[str, Written]:
        """Write schemas by pattern; one that nobody reads is taken to match."""
        return {
            pattern: self._anything() if pattern_problem(pattern) else self.schema(each)
            for pattern, each in value.items()
        }


def _says_nothing(members: dict[str, Any], keyword: str) -> bool:
    """Tell whether a keyword asserts nothing: a format where no text may be."""
    kinds = names_in(members.get("type"))
    return keyword == "format" and bool(kinds) and "string" not in kinds


def _as_it_is(_: _Writer, value: object) -> object:
    return value


def _number(_: _Writer, value: float) -> float:
    whole = isinstance(value, float) and value.is_integer()
    return int(value) if whole else value


def _type(_: _Writer, value: object) -> object:
    if not _TYPES.issuperset(names_in(value)):
        raise _UnwritableError
    return value


def _pattern(_: _Writer, value: str) -> object:
    if pattern_problem(value):
        raise _UnwritableError
    return value


def _format(_: _Writer, value: object) -> object:
    if value not in ASSERTED_FORMATS:
        raise _UnwritableError
    return value


def _briefly(members: dict[str, Any], written: dict[str, Any]) -> Written:
    """Write what says everything, nothing or the same in as few words as possible."""
    if written.keys() == {"allOf"} and not written["allOf"][1:]:
        written = written["allOf"][0]
    if written == {"not": True}:
        return False
    if members.get("nullable") is True and written:
        return {"anyOf": [written, {"type": "null"}]}
    return written or True


_Writers: TypeAlias = dict[str, Callable[[_Writer, Any], object]]
_WRITERS: _Writers = {
    "additionalProperties": _Writer.schema,
    "allOf": _Writer.listed,
    "anyOf": _Writer.listed,
    "const": _as_it_is,
    "contains": _Writer.exactly,
    "dependentRequired": _as_it_is,
    "dependentSchemas": _Writer.named,
    "else": _Writer.schema,
    "enum": _as_it_is,
    "exclusiveMaximum": _number,
    "exclusiveMinimum": _number,
    "format": _format,
    "if": _Writer.exactly,
    "items": _Writer.schema,
    "maxContains": _number,
    "maxItems": _number,
    "maxLength": _number,
    "maxProperties": _number,
    "maximum": _number,
    "minContains": _number,
    "minItems": _number,
    "minLength": _number,
    "minProperties": _number,
    "minimum": _number,
    "multipleOf": _number,
    "not": _Writer.exactly,
    "oneOf": _Writer.alternatives,
    "pattern": _pattern,
    "patternProperties": _Writer.by_pattern,
    "prefixItems": _Writer.listed,
    "properties": _Writer.named,
    "propertyNames": _Writer.schema,
    "required": _as_it_is,
    "then": _Writer.schema,
    "type": _type,
    "unevaluatedItems": _Writer.schema,
    "unevaluatedProperties": _Writer.schema,
    "uniqueItems": _as_it_is,
}
"""How the value of each keyword is written; what is not here asserts nothing."""
