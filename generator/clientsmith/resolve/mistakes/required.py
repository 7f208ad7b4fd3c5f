"""Required properties that nobody declares.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Final

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.values import items, members, reference_of

from .graph import Graph, Schema

_COMBINING: Final = ("allOf", "anyOf", "oneOf")
_PARTS: Final = frozenset({*_COMBINING, "else", "if", "not", "then"})
_ELSEWHERE: Final = frozenset(
    {"additionalProperties", "patternProperties", "unevaluatedProperties"},
)
"""Keywords that may describe the property in another way."""


def combines(schema: Schema) -> Iterator[Pointer]:
    """Yield where the schemas are that a schema combines: each may declare the rest."""
    beside = schema.keys() & {"allOf", "properties"}
    for keyword in _COMBINING:
        # A choice of whole schemas says nothing more of any of them.
        if keyword in schema and (keyword == "allOf" or beside):
            references = map(reference_of, items(schema[keyword]))
            yield from (parse_reference(each) for each in references if each)


def check_required(
    graph: Graph,
    schemas: Iterable[tuple[Pointer, Schema]],
    combined: Container[Pointer],
) -> Iterator[Diagnostic]:
    """Report what a schema of its own requires and does not declare."""
    for at, schema in schemas:
        if at not in combined and not _PARTS & set(at.steps[-2:]):
            yield from _undeclared(graph, schema, at)


def _undeclared(graph: Graph, schema: Schema, at: Pointer) -> Iterator[Diagnostic]:
    names = items(schema.get("required"))
    if not names or not members(schema.get("properties")) or _ELSEWHERE & schema.keys():
        return
    for index, name in enumerate(names):
        if isinstance(name, str) and not graph.declares(schema, name):
            yield hint(
                "required-undeclared",
                f"`{name}` is required here, and not declared",
                at / "required" / index,
                hint="declare it in `properties`, or correct its spelling",
                exit=Exit.DOCUMENT,
            )
