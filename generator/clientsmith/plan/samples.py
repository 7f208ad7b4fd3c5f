"""Values that fit a type, to show in examples and to answer with in tests."""

from __future__ import annotations

from typing import cast

from clientsmith.ir import (
    FORMAT_EXAMPLES,
    AliasSchema,
    Anything,
    Array,
    Asserted,
    Bounds,
    ByTag,
    Constant,
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
    inmost,
)

from .examples import Examples
from .taken import Taken

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


class Sampler:
    """Makes one value for each type: the document's example, else a plain one.

    What has to be sent and has a default shows that: it is a value that the API takes.
    """

    def __init__(
        self, examples: Examples, *, sending: bool, shown: int = _SHOWN
    ) -> None:
        self._examples = examples
        self._sending = sending
        self._objects = 0
        self._shown = 0 if sending else shown

    def argument(self, taken: Taken) -> object:
        """Return a value for an argument."""
        known = self._examples.fitting(taken.example, taken.type)
        if known is not None:
            return known.value
        if taken.place == "path":
            # An object without members would leave the path a segment short.
            whole = Sampler(self._examples, sending=False)
            return whole.value(taken.type, taken.wire_name, taken.bounds)
        usual = self._default(taken)
        if usual is not None:
            return usual.value
        return self.value(taken.type, taken.wire_name, taken.bounds)

    def _default(self, one: Taken | Property) -> Value | None:
        """Return the default of what has to be sent, if it says something."""
        says = self._sending and one.required and one.default and one.default.value
        return self._examples.fitting(one.default, one.type) if says else None

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
            case Primitive() | Constant():
                return self._leaf(type_, name, bounds)
            case Reference():
                return self._declared(type_, name, depth)
            case Array() | Map() | Tuple():
                return self._container(type_, name, bounds, depth + 1)
            case Nullable(inner=inner):
                deep = depth >= (_DEPTH if self._sending else self._shown + 2)
                return None if deep else self.value(inner, name, bounds, depth)
            case Asserted(inner=inner):
                return self.value(inner, name, bounds, depth)
            case Union():
                return self._variant(type_, name, depth)
            case Anything() | Never():
                return "value" if depth else {"key": "value"}

    def _leaf(self, type_: Constant | Primitive, name: str, bounds: Bounds) -> object:
        match type_:
            case Constant(value=value):
                return value
            case Primitive(kind="string", format="binary") if not self._sending:
                return "content"  # in JSON; a body of bytes has no type
            case Primitive():
                return _primitive(type_, name, bounds)

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
            return tagged(chosen, union.selection.property, first.tags[:1])
        return chosen

    def _declared(self, type_: Reference, name: str, depth: int) -> object:
        if depth > _DEEPEST or self._objects > _MOST_OBJECTS:
            return {}
        self._objects += 1
        match self._examples.declarations[type_.to]:
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
        known = self._examples.of(property_)
        if known is not None and (self._sending or not _respelled(property_.type)):
            return known.value
        usual = self._default(property_)
        if usual is not None:
            return usual.value
        return self.value(property_.type, property_.key, property_.bounds, depth + 1)


def _count(bounds: Bounds) -> int:
    """Say how many items to show: as many as there must be, if that is a few."""
    return min(max(1, bounds.min_items or 0), _MOST_ITEMS)


def answer_of(examples: Examples, type_: Type) -> object:
    """Return a value to answer with, as deep as it is still short."""
    answer: object = None
    for shown in range(1, _SHOWN + 1):
        deeper = Sampler(examples, sending=False, shown=shown).value(type_)
        if shown > 1 and _size(deeper) > _LONG:
            break
        answer = deeper
    return answer


def tagged(value: object, key: str, tags: tuple[str, ...]) -> object:
    """Put a tag into an object, unless it has one of these already."""
    members = _object(value)
    known = members.get(key)
    if not tags or str(known) in tags:
        return value
    return {**members, key: _as(known, tags[0])}


def _size(value: object) -> int:
    """Count the values in a value."""
    if isinstance(value, dict):
        return sum(map(_size, cast("dict[str, object]", value).values()))
    if isinstance(value, list):
        return sum(map(_size, cast("list[object]", value)))
    return 1


def _respelled(type_: Type) -> bool:
    """Tell whether a value may be spelled otherwise after it was read and written."""
    inner = inmost(type_)
    return isinstance(inner, Primitive) and inner.format in {"date-time", "uuid"}


def _as(value: object, tag: str) -> object:
    """Write a tag as the kind of value that a property has."""
    if isinstance(value, bool):
        return tag == "true"
    return int(tag) if isinstance(value, int) and tag.isdecimal() else tag


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
