"""Discriminators by a property that a variant does not have.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.diagnostics import Diagnostic, Exit, Note, hint
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import items, members

from .graph import Graph, Schema


def check_discriminator(
    graph: Graph,
    schema: Schema,
    at: Pointer,
) -> Iterator[Diagnostic]:
    """Report the variants that a discriminator cannot tell apart."""
    name = members(schema.get("discriminator")).get("propertyName")
    if not isinstance(name, str) or name in members(schema.get("properties")):
        return
    without = [
        at / keyword / index
        for keyword in ("oneOf", "anyOf")
        for index, variant in enumerate(items(schema.get(keyword)))
        if not graph.declares(members(variant), name)
    ]
    if without:
        yield hint(
            "discriminator-undeclared",
            f"`{name}` tells these variants apart, and not all of them declare it",
            at / "discriminator" / "propertyName",
            notes=tuple(Note("this one does not", place) for place in without[:3]),
            hint="declare it, with its value, in every variant",
            exit=Exit.DOCUMENT,
        )
