"""Values of an enumeration that its own `type` excludes.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import items

from .graph import Graph, Schema
from .json_types import asked_types, has_type


def check_enumeration(
    _: Graph,
    schema: Schema,
    at: Pointer,
) -> Iterator[Diagnostic]:
    """Report the first value that no valid document can hold."""
    types = asked_types(schema)
    for index, value in enumerate(items(schema.get("enum")) if types else ()):
        # Of `nullable`, many think that it adds null to the values by itself.
        if value is not None and not has_type(value, types):
            yield hint(
                "enum-mistyped",
                f"this value is {kind_of(value)}, and `type` is {_listed(types)}",
                at / "enum" / index,
                hint="quote the value, or correct the type",
                exit=Exit.DOCUMENT,
            )
            return


def _listed(types: frozenset[str]) -> str:
    return " or ".join(f"`{each}`" for each in sorted(types))
