"""Discriminators by a property that a variant does not have.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from clientsmith.diagnostics import Diagnostic, Exit, Note, hint
from clientsmith.load import JSON
from clientsmith.load.references import is_uri
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import items, members

from .graph import Graph, Schema


def check_discriminator(
    graph: Graph,
    schema: Schema,
    at: Pointer,
) -> Iterator[Diagnostic]:
    """Report the variants that a discriminator cannot tell apart, and names of none."""
    discriminator = members(schema.get("discriminator"))
    place = at / "discriminator" / "mapping"
    for tag, target in members(discriminator.get("mapping")).items():
        yield from _unknown(graph, target, place / tag)
    name = discriminator.get("propertyName")
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


def _unknown(graph: Graph, target: JSON, at: Pointer) -> Iterator[Diagnostic]:
    """Report the name of no component; a URI is a reference, which has been checked."""
    if not isinstance(target, str) or is_uri(target):
        return
    components = members(graph.values.get("")).get("components")
    known = members(members(components).get("schemas"))
    if target not in known:
        near = get_close_matches(target, known, n=1)
        advice = f"did you mean `{near[0]}`? " if near else ""
        yield hint(
            "mapping-missing",
            f"the mapping to `{target}` names no schema",
            at,
            hint=f"{advice}values with this tag are kept as they come",
            exit=Exit.DOCUMENT,
        )
