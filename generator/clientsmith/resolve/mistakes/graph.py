"""Schemas as a graph: what a reference leads to, and what a schema is put together of.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from clientsmith.load import JSON
from clientsmith.pointer import parse_reference
from clientsmith.resolve.values import items, lookup, members, reference_of

Schema: TypeAlias = dict[str, JSON]


_MOST_PARTS = 200
"""A schema of more parts is taken to declare whatever is asked for."""


class Graph(Struct, frozen=True):
    """Files whose references all lead somewhere, and not in a circle."""

    values: Mapping[str, JSON]

    def target(self, reference: str) -> Schema:
        """Return what a reference leads to."""
        target = parse_reference(reference)
        return members(lookup(self.values[target.file], target))

    def follow(self, schema: Schema) -> Schema:
        """Return what a reference stands for; anything else is itself."""
        while (reference := reference_of(schema)) is not None:
            schema = self.target(reference)
        return schema

    def declares(self, schema: Schema, name: str) -> bool:
        """Tell whether a schema, or a part of it, declares a property."""
        rest, seen = [schema], set[str]()
        for _ in range(_MOST_PARTS):
            if not rest:
                return False
            part = rest.pop()
            if name in members(part.get("properties")):
                return True
            reference = reference_of(part)
            if reference is not None and reference not in seen:
                seen.add(reference)
                rest.append(self.target(reference))
            for keyword in ("allOf", "anyOf", "oneOf"):
                rest += [members(each) for each in items(part.get(keyword))]
        return True
