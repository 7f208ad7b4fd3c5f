"""Tell whether a value fits a type: examples of documents do not always.

Only what the type says is looked at, and nothing beyond it, such as a pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from clientsmith.ir import (
    UNTAGGED,
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
    tag_of,
)
from clientsmith.pointer import Pointer


def conforms(
    value: object,
    type_: Type,
    declarations: Mapping[Pointer, Declaration],
) -> bool:
    """Tell whether a value of JSON is one of a type."""
    return _Judge(declarations).conforms(value, type_)


class _Judge:
    """Looks at each part of a value once for each declaration it may be of.

    However many ways lead from one declaration to another, the answer is the same.
    """

    def __init__(self, declarations: Mapping[Pointer, Declaration]) -> None:
        self._declarations = declarations
        self._judged: dict[tuple[int, Pointer], bool] = {}

    def conforms(self, value: object, type_: Type) -> bool:
        """Tell whether a part of the value is one of a type."""
        match type_:
            case Anything() | Never():
                return isinstance(type_, Anything)
            case Asserted(inner=inner):
                return self.conforms(value, inner)
            case Nullable(inner=inner):
                return value is None or self.conforms(value, inner)
            case Primitive():
                return fits(value, type_)
            case Constant(value=constant):
                return _same(value, constant)
            case Union():
                return self._variant(value, type_)
            case Reference(to=pointer):
                return self._referred(value, pointer)
            case Array() | Tuple():
                return self._list(value, type_)
            case Map(values=values):
                members = _members(value)
                return members is not None and all(
                    self.conforms(each, values) for each in members.values()
                )

    def _variant(self, value: object, union: Union) -> bool:
        chosen = union.variants
        if isinstance(union.selection, ByTag):
            key, given = union.selection.property, _members(value) or {}
            tag = tag_of(given[key]) if key in given else UNTAGGED
            chosen = tuple(each for each in chosen if tag in each.tags)
        return any(self.conforms(value, each.type) for each in chosen)

    def _referred(self, value: object, pointer: Pointer) -> bool:
        key = (id(value), pointer)
        if key not in self._judged:
            # What leads back to itself without a step into the value says nothing.
            self._judged[key] = False
            self._judged[key] = self._declared(value, self._declarations[pointer])
        return self._judged[key]

    def _declared(self, value: object, declaration: Declaration) -> bool:
        match declaration:
            case AliasSchema(type=type_):
                return self.conforms(value, type_)
            case EnumSchema(members=listed):
                return any(_same(one.value, value) for one in listed)
            case ObjectSchema(properties=properties):
                members = _members(value)
                return members is not None and all(
                    self.conforms(members[one.key], one.type)
                    if one.key in members
                    else not one.required or one.read_only or one.write_only
                    for one in properties
                )

    def _list(self, value: object, type_: Array | Tuple) -> bool:
        if not isinstance(value, list):
            return False
        items = cast("list[object]", value)
        if isinstance(type_, Array):
            return all(self.conforms(each, type_.items) for each in items)
        types = (*type_.items, *[type_.rest] * (len(items) - len(type_.items)))
        return len(items) >= type_.least and all(
            self.conforms(each, one) for each, one in zip(items, types, strict=False)
        )


def _same(one: object, other: object) -> bool:
    """Tell whether two values are one in JSON, where 1 is not true."""
    return type(one) is type(other) and one == other


def _members(value: object) -> dict[str, object] | None:
    return cast("dict[str, object]", value) if isinstance(value, dict) else None
