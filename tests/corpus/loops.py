"""Types that lead back to themselves without a step into the value.

Reading one would never end: the library calls itself until the stack is full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clientsmith.ir import (
    AliasSchema,
    Asserted,
    Declaration,
    Nullable,
    Reference,
    Type,
    Union,
)
from clientsmith.pointer import Pointer


def loops(declarations: Mapping[Pointer, Declaration]) -> list[str]:
    """List the aliases that are reached from themselves."""
    direct = {
        at: {*_direct(one.type)}
        for at, one in declarations.items()
        if isinstance(one, AliasSchema)
    }
    return sorted(str(at) for at in direct if at in _reached(direct, at))


def _reached(direct: Mapping[Pointer, set[Pointer]], at: Pointer) -> set[Pointer]:
    found: set[Pointer] = set()
    pending = [*direct[at]]
    while pending:
        pointer = pending.pop()
        if pointer not in found:
            found.add(pointer)
            pending += direct.get(pointer, ())
    return found


def _direct(type_: Type) -> Iterator[Pointer]:
    """Yield what a value is read as, if it is read as a type."""
    match type_:
        case Reference(to=pointer):
            yield pointer
        case Nullable(inner=inner) | Asserted(inner=inner):
            yield from _direct(inner)
        case Union(variants=variants):
            for variant in variants:
                yield from _direct(variant.type)
        case _:
            pass
