"""One small value for each type, made of what its schema requires."""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.ir import (
    FORMAT_EXAMPLES,
    AliasSchema,
    Anything,
    Array,
    Asserted,
    Bounds,
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
    Value,
)
from clientsmith.pointer import Pointer

_DEPTH = 12
_LONGEST = 1000


class Specimens:
    """Makes values that fit the types of one API."""

    def __init__(self, declarations: Mapping[Pointer, Declaration]) -> None:
        self._declarations = declarations

    def of(self, type_: Type, bounds: Bounds, depth: int) -> Value | None:
        """Return a value that fits a type, or None where that is not simple."""
        if isinstance(type_, Asserted):
            return self.of(type_.inner, bounds, depth)
        if isinstance(type_, Reference):
            declaration = self._declarations[type_.to]
            if isinstance(declaration, AliasSchema):
                return self.of(declaration.type, bounds, depth + 1)
            return self.of_plain(declaration, bounds, depth)
        return self.of_plain(type_, bounds, depth)

    def of_plain(
        self,
        type_: Type | ObjectSchema | EnumSchema,
        bounds: Bounds,
        depth: int,
    ) -> Value | None:
        """Return a value that fits a type which is no reference to an alias."""
        if depth > _DEPTH:
            return None
        match type_:
            case ObjectSchema():
                return self._object(type_, depth)
            case EnumSchema() | Constant() | Primitive() | Nullable():
                return _scalar(type_, bounds)
            case Union(variants=variants):
                return self.of(variants[0].type, bounds, depth + 1)
            case Array(items=items):
                return self._list([items] * (bounds.min_items or 0), depth)
            case Tuple(items=items, least=least):
                return self._list([*items][:least], depth)
            case Map() | Anything():
                return Value({})
            case Never():
                return None
            case Asserted() | Reference():
                return self.of(type_, bounds, depth + 1)

    def _object(self, declaration: ObjectSchema, depth: int) -> Value | None:
        members: dict[str, object] = {}
        for property_ in declaration.properties:
            if not property_.required:
                continue
            made = property_.example or self.of(
                property_.type, property_.bounds, depth + 1
            )
            if made is None:
                return None
            members[property_.key] = made.value
        return Value(members)

    def _list(self, types: list[Type], depth: int) -> Value | None:
        made = [self.of(type_, Bounds(), depth + 1) for type_ in types]
        if any(each is None for each in made):
            return None
        return Value([each.value for each in made if each is not None])


def _scalar(
    type_: EnumSchema | Constant | Primitive | Nullable,
    bounds: Bounds,
) -> Value | None:
    match type_:
        case EnumSchema(members=members):
            return Value(members[0].value)
        case Constant(value=value):
            return Value(value)
        case Nullable():
            return Value(None)
        case Primitive():
            return _primitive(type_, bounds)


def _primitive(type_: Primitive, bounds: Bounds) -> Value | None:
    match type_.kind:
        case "string":
            length = bounds.min_length or 0
            if bounds.patterns or length > _LONGEST:
                return None
            text = FORMAT_EXAMPLES.get(type_.format or "", "")
            return Value(text.ljust(length, "x"))
        case "integer" | "number":
            return Value(_number(bounds))
        case "boolean":
            return Value(True)  # noqa: FBT003 - a value of JSON, not a flag
        case "null":
            return Value(None)


def _number(bounds: Bounds) -> float:
    """Return the number next to zero that the bounds allow."""
    step = bounds.multiple_of or 1
    low = bounds.minimum
    if bounds.exclusive_minimum is not None:
        low = bounds.exclusive_minimum + step
    if low is not None and low > 0:
        return low
    high = bounds.maximum
    if bounds.exclusive_maximum is not None:
        high = bounds.exclusive_maximum - step
    return high if high is not None and high < 0 else 0
