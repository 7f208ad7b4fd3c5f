"""Which values may have members: arrays and objects, which a parameter takes apart."""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.pointer import Pointer

from .declarations import AliasSchema, Declaration, EnumSchema
from .types import (
    Asserted,
    Constant,
    Never,
    Nullable,
    Primitive,
    Reference,
    Type,
    Union,
)


def may_have_members(
    type_: Type,
    declarations: Mapping[Pointer, Declaration],
    seen: set[Pointer] | None = None,
) -> bool:
    """Tell whether a value of a type may be an array or an object."""
    seen = set() if seen is None else seen
    match type_:
        case Primitive() | Constant() | Never():
            return False
        case Nullable(inner=inner) | Asserted(inner=inner):
            return may_have_members(inner, declarations, seen)
        case Union(variants=variants):
            return any(
                may_have_members(each.type, declarations, seen) for each in variants
            )
        case Reference(to=pointer) if pointer in seen:
            return False
        case Reference(to=pointer):
            declaration = declarations.get(pointer)
            if isinstance(declaration, AliasSchema):
                seen.add(pointer)
                return may_have_members(declaration.type, declarations, seen)
            return not isinstance(declaration, EnumSchema)
        case _:
            return True
