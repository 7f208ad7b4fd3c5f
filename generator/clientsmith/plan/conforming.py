"""Tell whether a value fits a type: examples of documents do not always.

Only what the type says is looked at, and nothing beyond it, such as a pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Array,
    Asserted,
    ByTag,
    Constant,
    Declaration,
    EnumSchema,
    Map,
    Never,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    Tuple,
    Type,
    Union,
    fits,
)
from clientsmith.pointer import Pointer


def conforms(
    value: object,
    type_: Type,
    declarations: Mapping[Pointer, Declaration],
) -> bool:
    """Tell whether a value of JSON is one of a type."""
    match type_:
        case Anything() | Never():
            return isinstance(type_, Anything)
        case Asserted(inner=inner):
            return conforms(value, inner, declarations)
        case Nullable(inner=inner):
            return value is None or conforms(value, inner, declarations)
        case Primitive():
            return fits(value, type_)
        case Constant(value=constant):
            return _same(value, constant)
        case Union():
            return _variant(value, type_, declarations)
        case Reference(to=pointer):
            return _declared(value, declarations[pointer], declarations)
        case Array() | Tuple():
            return _list(value, type_, declarations)
        case Map(values=values):
            members = _members(value)
            return members is not None and all(
                conforms(each, values, declarations) for each in members.values()
            )


def _variant(
    value: object,
    union: Union,
    declarations: Mapping[Pointer, Declaration],
) -> bool:
    chosen = union.variants
    if isinstance(union.selection, ByTag):
        tag = (_members(value) or {}).get(union.selection.property)
        chosen = tuple(each for each in chosen if tag in each.tags)
    return any(conforms(value, each.type, declarations) for each in chosen)


def _declared(
    value: object,
    declaration: Declaration,
    declarations: Mapping[Pointer, Declaration],
) -> bool:
    match declaration:
        case AliasSchema(type=type_):
            return conforms(value, type_, declarations)
        case EnumSchema(members=listed):
            return any(_same(one.value, value) for one in listed)
        case ObjectSchema(properties=properties):
            members = _members(value)
            return members is not None and all(
                conforms(members[one.key], one.type, declarations)
                if one.key in members
                else not one.required or one.read_only or one.write_only
                for one in properties
            )


def _list(
    value: object,
    type_: Array | Tuple,
    declarations: Mapping[Pointer, Declaration],
) -> bool:
    if not isinstance(value, list):
        return False
    items = cast("list[object]", value)
    if isinstance(type_, Array):
        return all(conforms(each, type_.items, declarations) for each in items)
    types = (*type_.items, *[type_.rest] * (len(items) - len(type_.items)))
    return len(items) >= type_.least and all(
        conforms(each, one, declarations)
        for each, one in zip(items, types, strict=False)
    )


def _same(one: object, other: object) -> bool:
    """Tell whether two values are one in JSON, where 1 is not true."""
    return type(one) is type(other) and one == other


def _members(value: object) -> dict[str, object] | None:
    return cast("dict[str, object]", value) if isinstance(value, dict) else None
