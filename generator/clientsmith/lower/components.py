"""Schemas that a description names, wherever it keeps them.

https://spec.openapis.org/oas/v3.2.0.html#openapi-description-structure
"""

from __future__ import annotations

from clientsmith.ir import Name, name_at, name_of
from clientsmith.pointer import Pointer
from clientsmith.resolve import members, reference_of

from .context import Context

_SAYS_NOTHING = frozenset({"$ref", "description", "summary", "title"})


def named(context: Context) -> list[Pointer]:
    """List the schemas of the root document's components, by name."""
    root = context.description.root / "components" / "schemas"
    components = context.description.openapi.components
    return [root / name for name in sorted((components and components.schemas) or {})]


def settle(context: Context, pointer: Pointer) -> Pointer:
    """Return the schema that a component stands for.

    A component that is only a reference to another file has its schema there.
    """
    seen = {pointer}
    while True:
        value = context.description.lookup(pointer)
        reference = reference_of(value)
        if reference is None or not members(value).keys() <= _SAYS_NOTHING:
            return pointer
        target = context.description.pointer(reference)
        if not target.file or target in seen:
            return pointer
        seen.add(target)
        pointer = target


def name_others(context: Context) -> None:
    """Let components name the schemas of other files that they stand for."""
    for pointer in named(context):
        target = settle(context, pointer)
        if target != pointer and called(context, target) != name_of(pointer.last):
            context.names.setdefault(target, name_of(pointer.last))


def called(context: Context, pointer: Pointer) -> Name:
    """Return what a schema is called: by a component, or by where it stands."""
    return context.names.get(pointer) or name_at(pointer)
