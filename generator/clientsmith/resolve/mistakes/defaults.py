"""Defaults that their own schema does not accept.

https://json-schema.org/draft/2020-12/json-schema-validation#section-9.2
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import ge, gt, le, lt
from typing import Any, Final, TypeAlias

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.load import JSON
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import items, members

from .graph import Graph, Schema
from .json_types import asked_types, has_type

_Within: TypeAlias = Callable[[Any, Any], bool]
_LENGTHS: Final[Mapping[str, _Within]] = {"maxLength": le, "minLength": ge}
_RANGES: Final[Mapping[str, _Within]] = {
    "exclusiveMaximum": lt,
    "exclusiveMinimum": gt,
    "maximum": le,
    "minimum": ge,
}


def check_default(graph: Graph, schema: Schema, at: Pointer) -> Iterator[Diagnostic]:
    """Report a default of another type, none of the values, or beyond a limit."""
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
    return _out_of_limits(schema, default)


def _out_of_limits(schema: Schema, default: JSON) -> str | None:
    """Say which limit a default is beyond, if it is."""
    if isinstance(default, str):
        size = len(default)
        return _beyond(schema, size, f"has {size} characters", _LENGTHS)
    if isinstance(default, int | float) and not isinstance(default, bool):
        return _beyond(schema, default, f"is {default}", _RANGES)
    return None


def _beyond(
    schema: Schema, value: float, said: str, limits: Mapping[str, _Within]
) -> str | None:
    for keyword, is_within in limits.items():
        limit = schema.get(keyword)
        known = isinstance(limit, int | float) and not isinstance(limit, bool)
        if known and not is_within(value, limit):
            return f"the default {said}, and `{keyword}` is {limit}"
    return None


def _asked(graph: Graph, schema: Schema) -> Schema:
    """Return the schema that says what a value is: beside, or behind a reference."""
    if "type" in schema or "enum" in schema:
        return schema
    parts = items(schema.get("allOf"))
    return graph.follow(members(parts[0]) if len(parts) == 1 else schema)
