"""Where an argument that is None means null, and not that it is left out."""

from __future__ import annotations

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Api,
    Asserted,
    Nullable,
    Primitive,
    Reference,
    Type,
    Union,
)
from clientsmith.pointer import Pointer


def takes_null(api: Api, type_: Type, *, required: bool) -> bool:
    """Tell whether None is a value of its own: null, which the API gives a meaning.

    What may be anything is left out by None where it may be absent: that is what
    callers mean who pass on an argument of their own.
    """
    if isinstance(type_, Anything):
        return required
    return _has_null(api, type_, set())


def _has_null(api: Api, type_: Type, seen: set[Pointer]) -> bool:
    """Look at every type once: one that has been looked at has no null."""
    match type_:
        case Nullable() | Primitive(kind="null"):
            return True
        case Asserted(inner=inner):
            return _has_null(api, inner, seen)
        case Reference(to=pointer) if pointer not in seen:
            declaration = api.declarations[pointer]
            seen.add(pointer)
            return isinstance(declaration, AliasSchema) and _has_null(
                api, declaration.type, seen
            )
        case Union(variants=variants):
            return any(_has_null(api, each.type, seen) for each in variants)
        case _:
            return False
