"""Defaults that their own schema does not accept.

https://json-schema.org/draft/2020-12/json-schema-validation#section-9.2
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.load import JSON
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import items, members

from .graph import Graph, Schema
from .json_types import asked_types, has_type


def check_default(graph: Graph, schema: Schema, at: Pointer) -> Iterator[Diagnostic]:
    """Report a default of another type, or one that is not among the values."""
    # A default of null means that there is none, to many authors.
    default = schema.get("default")
    if default is None or not (message := _mismatch(graph, schema, default)):
        return
    yield hint(
        "default-mistyped",
        message,
        at / "default",
        hint="correct the default; it is documented, and never sent",
        exit=Exit.DOCUMENT,
    )


def _mismatch(graph: Graph, schema: Schema, default: JSON) -> str | None:
    asked = _asked(graph, schema)
    types = asked_types(asked)
    if types and not has_type(default, types):
        listed = " or ".join(f"`{each}`" for each in sorted(types))
        return f"the default is {kind_of(default)}, and `type` is {listed}"
    values = asked.get("enum")
    if isinstance(values, list) and default not in values:
        return "the default is none of the values of `enum`"
    return None


def _asked(graph: Graph, schema: Schema) -> Schema:
    """Return the schema that says what a value is: beside, or behind a reference."""
    if "type" in schema or "enum" in schema:
        return schema
    parts = items(schema.get("allOf"))
    return graph.follow(members(parts[0]) if len(parts) == 1 else schema)
