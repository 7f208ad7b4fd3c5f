"""Which schemas a description names by where they stand.

https://spec.openapis.org/oas/v3.1.1.html#components-object
"""

from __future__ import annotations

from clientsmith.pointer import Pointer

from .names import Name, name_of

_COMPONENT = 3  # components, schemas, and the name
_INSIDE = frozenset(
    {
        "additionalProperties",
        "allOf",
        "anyOf",
        "contains",
        "content",
        "contentSchema",
        "dependentSchemas",
        "else",
        "headers",
        "if",
        "itemSchema",
        "items",
        "not",
        "oneOf",
        "parameters",
        "patternProperties",
        "paths",
        "prefixItems",
        "properties",
        "propertyNames",
        "requestBody",
        "responses",
        "schema",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    },
)
"""Fields of objects: what stands below them is a part of something."""
_SCHEMA = frozenset(
    {
        "additionalProperties",
        "allOf",
        "anyOf",
        "items",
        "oneOf",
        "patternProperties",
        "prefixItems",
        "properties",
    },
)
"""Those of schemas, below which a part may deserve a name."""
_MAPS = frozenset({"$defs", "components", "definitions", "requestBodies", "schemas"})


def component_of(pointer: Pointer) -> Pointer | None:
    """Return the named schema that a pointer leads to, or into.

    That is one of `components` and, in other files, a whole file or an entry of a
    map of schemas.
    """
    steps = pointer.steps
    if not pointer.file:
        is_part = steps[:2] == ("components", "schemas") and len(steps) >= _COMPONENT
        return Pointer("", steps[:_COMPONENT]) if is_part else None
    return pointer if _INSIDE.isdisjoint(steps) and not _is_index(pointer) else None


def holder_of(pointer: Pointer) -> Pointer | None:
    """Return the named schema that a pointer leads into, in whatever file it is."""
    named = component_of(pointer)
    if named is not None or not pointer.file:
        return named
    inside = (each for each in enumerate(pointer.steps) if each[1] in _INSIDE)
    length, keyword = next(inside, (0, ""))
    return Pointer(pointer.file, pointer.steps[:length]) if keyword in _SCHEMA else None


def is_component(pointer: Pointer) -> bool:
    """Tell whether a schema has its name from where it stands."""
    return component_of(pointer) == pointer


def name_at(pointer: Pointer) -> Name:
    """Name a schema after where it stands: its key, and what that is a part of."""
    if is_component(pointer):
        return name_of(pointer.name) or Name(("schema",))
    keys = [
        step
        for step in pointer.steps
        if step not in _INSIDE | _MAPS and not step.isdecimal() and "/" not in step
    ]
    file = Pointer(pointer.file).name
    words = [name_of(word) for word in ([file] if file else []) + keys]
    named = [name for name in words if name]
    if len(named) > 1:
        return named[-2] + named[-1]
    return named[0] if named else Name(("schema",))


def _is_index(pointer: Pointer) -> bool:
    return pointer.last.isdecimal()
