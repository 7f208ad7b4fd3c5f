"""Values that fit a type, to show in examples and to answer with in tests."""

from __future__ import annotations

from typing import TypeGuard, cast

from clientsmith.ir import (
    FORMAT_EXAMPLES,
    AliasSchema,
    Anything,
    Api,
    Array,
    Asserted,
    Bounds,
    ByTag,
    Constant,
    Declaration,
    EnumSchema,
    Map,
    Never,
    Nullable,
    ObjectSchema,
    Primitive,
    Property,
    Reference,
    Tuple,
    Type,
    Union,
    Value,
    bare,
)

from .arguments import Taken
from .conforming import conforms

_DEPTH = 6
"""Where null takes the place of what may be null, and lists are empty."""
_SHOWN = 4
"""As far down an answer holds what it need not hold, at most."""
_LONG = 60
"""As many values as an answer has, where fewer levels of it do as well."""
_DEEPEST = 12
"""Where a type that requires itself is cut off."""
_MOST_OBJECTS = 500
"""How many objects one value is made of, whatever they require."""
_MOST_ITEMS = 10
_LONGEST = 1000
_DEEPEST_EXAMPLE = 40
"""Python reads no more than 200 brackets in each other."""


class Sampler:
    """Makes one value for each type: the document's example, else a plain one."""

    def __init__(self, api: Api, *, sending: bool, shown: int = _SHOWN) -> None:
        self._api = api
        self._sending = sending
        self._objects = 0
        self._shown = 0 if sending else shown

    def argument(self, taken: Taken) -> object:
        """Return a value for an argument."""
        if self._is_usable(taken.example, taken.type):
            return self.arranged(taken.example.value, taken.type)
        if taken.place == "path":
            # An object without members would leave the path a segment short.
            whole = Sampler(self._api, sending=False)
            return whole.value(taken.type, taken.wire_name, taken.bounds)
        return self.value(taken.type, taken.wire_name, taken.bounds)

    def _is_usable(self, example: Value | None, type_: Type) -> TypeGuard[Value]:
        """Tell whether there is an example, and of the type that it is one of."""
        if example is None or not _is_shallow(example.value):
            return False
        return conforms(example.value, type_, self._api.declarations)

    def value(
        self,
        type_: Type,
        name: str = "",
        bounds: Bounds = Bounds(),
        depth: int = 0,
    ) -> object:
        """Return a value of a type; `name` makes strings speak."""
        if not depth:
            self._objects = 0
        match type_:
            case Constant() | Primitive():
                return self._leaf(type_, name, bounds)
            case Nullable(inner=inner):
                deep = depth >= (_DEPTH if self._sending else self._shown + 2)
                return None if deep else self.value(inner, name, bounds, depth)
            case Asserted(inner=inner):
                return self.value(inner, name, bounds, depth)
            case Union():
                return self._variant(type_, name, depth)
            case Reference():
                return self._declared(type_, name, depth)
            case Anything() | Never():
                return "value" if depth else {"key": "value"}
            case Array() | Map() | Tuple():
                return self._container(type_, name, bounds, depth + 1)

    def _leaf(self, type_: Constant | Primitive, name: str, bounds: Bounds) -> object:
        match type_:
            case Constant(value=value):
                return value
            case Primitive(kind="string", format="binary") if not self._sending:
                return "content"  # in JSON; a body of bytes has no type
            case Primitive():
                return _primitive(type_, name, bounds)

    def arranged(self, value: object, type_: Type) -> object:
        """Put the members of an example in the order of their declaration."""
        match type_:
            case Nullable(inner=inner) | Asserted(inner=inner):
                return self.arranged(value, inner)
            case Array(items=items) if isinstance(value, list):
                listed = cast("list[object]", value)
                return [self.arranged(each, items) for each in listed]
            case Reference(to=pointer) if members := _object(value):
                return self._members(members, self._api.declarations[pointer])
            case _:
                return _sorted(value)

    def _members(
        self,
        value: dict[str, object],
        declaration: Declaration,
    ) -> object:
        if not isinstance(declaration, ObjectSchema):
            return _sorted(value)
        types = {one.key: one.type for one in declaration.properties}
        first = [key for key in types if key in value]
        rest = sorted(key for key in value if key not in types)
        return {
            key: self.arranged(value[key], types.get(key, Anything()))
            for key in [*first, *rest]
        }

    def _container(
        self,
        type_: Array | Map | Tuple,
        name: str,
        bounds: Bounds,
        depth: int,
    ) -> object:
        match type_:
            case Array(items=items):
                count = _count(bounds) if depth <= _DEPTH else 0
                return [self.value(items, name, depth=depth)] * count
            case Map(values=values):
                return {"key": self.value(values, name, depth=depth)}
            case Tuple(items=items):
                return [self.value(item, name, depth=depth) for item in items]

    def _variant(self, union: Union, name: str, depth: int) -> object:
        first = union.variants[0]
        chosen = self.value(first.type, name, depth=depth)
        if isinstance(union.selection, ByTag):
            return {**_object(chosen), union.selection.property: first.tags[0]}
        return chosen

    def _declared(self, type_: Reference, name: str, depth: int) -> object:
        if depth > _DEEPEST or self._objects > _MOST_OBJECTS:
            return {}
        self._objects += 1
        match self._api.declarations[type_.to]:
            case EnumSchema(members=members):
                return members[0].value
            case AliasSchema(type=aliased):
                return self.value(aliased, name, depth=depth + 1)
            case ObjectSchema(properties=properties):
                shown = [one for one in properties if self._is_shown(one, depth)]
                values = [(one, self._property(one, depth)) for one in shown]
                return {
                    one.key: value
                    for one, value in values
                    if one.required or value not in ({}, [])
                }

    def _is_shown(self, property_: Property, depth: int) -> bool:
        if property_.read_only if self._sending else property_.write_only:
            return False
        return property_.required or depth < self._shown

    def _property(self, property_: Property, depth: int) -> object:
        known, type_ = property_.example, property_.type
        written_alike = self._sending or not _respelled(type_)
        if written_alike and self._is_usable(known, type_):
            return self.arranged(known.value, type_)
        return self.value(property_.type, property_.key, property_.bounds, depth + 1)


def _count(bounds: Bounds) -> int:
    """Say how many items to show: as many as there must be, if that is a few."""
    return min(max(1, bounds.min_items or 0), _MOST_ITEMS)


def _is_shallow(value: object, depth: int = 0) -> bool:
    """Tell whether a value can be written into a test."""
    match value:
        case dict() if depth < _DEEPEST_EXAMPLE:
            values = cast("dict[str, object]", value).values()
            return all(_is_shallow(each, depth + 1) for each in values)
        case list() if depth < _DEEPEST_EXAMPLE:
            listed = cast("list[object]", value)
            return all(_is_shallow(each, depth + 1) for each in listed)
        case dict() | list():
            return False
        case _:
            return True


def answer_of(api: Api, type_: Type) -> object:
    """Return a value to answer with, as deep as it is still short."""
    answer: object = None
    for shown in range(1, _SHOWN + 1):
        deeper = Sampler(api, sending=False, shown=shown).value(type_)
        if shown > 1 and _size(deeper) > _LONG:
            break
        answer = deeper
    return answer


def _size(value: object) -> int:
    """Count the values in a value."""
    if isinstance(value, dict):
        return sum(map(_size, cast("dict[str, object]", value).values()))
    if isinstance(value, list):
        return sum(map(_size, cast("list[object]", value)))
    return 1


def _respelled(type_: Type) -> bool:
    """Tell whether a value may be spelled otherwise after it was read and written."""
    inner = bare(type_)
    inner = inner.inner if isinstance(inner, Nullable) else inner
    return isinstance(inner, Primitive) and inner.format in {"date-time", "uuid"}


def _sorted(value: object) -> object:
    """Put the members of a value in the order of their names."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {key: _sorted(members[key]) for key in sorted(members)}
    if isinstance(value, list):
        return [_sorted(item) for item in cast("list[object]", value)]
    return value


def _object(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _primitive(type_: Primitive, name: str, bounds: Bounds) -> object:
    match type_.kind:
        case "string" if type_.format == "binary":
            return b"content"
        case "string":
            text = FORMAT_EXAMPLES.get(type_.format or "", name or "text")
            short = min(bounds.min_length or 0, _LONGEST)
            text = text.ljust(short, "1" if text.isdecimal() else "x")
            return text[: bounds.max_length] if bounds.max_length else text
        case "integer":
            return int(_number(bounds, 1))
        case "number":
            return _number(bounds, 1)
        case "boolean":
            return True
        case "null":
            return None


def _number(bounds: Bounds, wanted: float) -> float:
    low, high = bounds.minimum, bounds.maximum
    if bounds.exclusive_minimum is not None:
        low = bounds.exclusive_minimum + 1
    if low is not None and wanted < low:
        return low
    if high is not None and wanted > high:
        return high
    return wanted
