"""Find a value that two types both accept, or what keeps every value from it.

Only what the types say is looked at, so that a value found here may still be
refused by a keyword that no type expresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from clientsmith.ir import (
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
    Property,
    Reference,
    Tuple,
    Type,
    Union,
    Value,
    fits,
)
from clientsmith.pointer import Pointer

from .specimens import Specimens

_DEPTH = 12
"""Types that require each other are cut off here."""
_EXCLUSIVE = frozenset({"date", "date-time", "duration", "time", "uuid"})
"""Formats of which no text has two."""
_MEANT = _EXCLUSIVE | {"byte", "decimal", "int32", "int64", "uint32", "uint64"}
"""Formats of which a text is read as something else."""


class Apart(Struct, frozen=True):
    """Why no value fits two types; no reason if it only was not found."""

    reason: str = ""


Overlap: TypeAlias = Value | Apart
_Plain: TypeAlias = (
    ObjectSchema
    | EnumSchema
    | Anything
    | Never
    | Primitive
    | Constant
    | Array
    | Tuple
    | Map
    | Nullable
    | Union
)


class Overlaps:
    """Compares the types of one API."""

    def __init__(self, declarations: Mapping[Pointer, Declaration]) -> None:
        self._declarations = declarations
        self._specimens = Specimens(declarations)

    def between(
        self,
        one: Type,
        other: Type,
        bounds: Bounds = Bounds(),
        depth: int = 0,
    ) -> Overlap:
        """Return a value that both types accept, or why there is none."""
        if depth > _DEPTH:
            return Apart()
        pair = self._plain(one), self._plain(other)
        for mine, theirs in (pair, pair[::-1]):
            found = self._opened(mine, theirs, other if mine is pair[0] else one)
            if found is not None:
                return self._first(found, bounds, depth)
        return self._closed(*pair, bounds, depth)

    def alike(self, one: Type, other: Type) -> bool:
        """Tell whether a value is the same to Python, whichever type it is read as."""
        return self._as_it_is(one) and self._as_it_is(other)

    def _as_it_is(self, type_: Type) -> bool:
        match self._plain(type_):
            case Constant() | EnumSchema():
                return True
            case Primitive(kind=kind, format=format_):
                return kind != "string" or format_ not in _MEANT
            case Nullable(inner=inner):
                return self._as_it_is(inner)
            case _:
                return False

    def _plain(self, type_: Type) -> _Plain:
        """Look through references, aliases, and what no type expresses."""
        seen: set[Pointer] = set()
        while isinstance(type_, Reference | Asserted):
            if isinstance(type_, Asserted):
                type_ = type_.inner
                continue
            if type_.to in seen:
                return Never()
            seen.add(type_.to)
            declaration = self._declarations[type_.to]
            if not isinstance(declaration, AliasSchema):
                return declaration
            type_ = declaration.type
        return type_

    def _opened(
        self,
        mine: _Plain,
        theirs: _Plain,
        other: Type,
    ) -> list[tuple[Type, Type]] | None:
        """List the simpler pairs that a pair comes down to."""
        match mine:
            case Nullable(inner=inner):
                null = [(Primitive("null"), other)] if _has_null(theirs) else []
                return [*null, (inner, other)]
            case Union(variants=variants):
                return [(variant.type, other) for variant in variants]
            case _:
                return None

    def _first(
        self,
        pairs: list[tuple[Type, Type]],
        bounds: Bounds,
        depth: int,
    ) -> Overlap:
        reasons: list[str] = []
        for one, other in pairs:
            found = self.between(one, other, bounds, depth + 1)
            if isinstance(found, Value):
                return found
            reasons.append(found.reason)
        return Apart(reasons[0] if all(reasons) and reasons else "")

    def _closed(
        self,
        one: _Plain,
        other: _Plain,
        bounds: Bounds,
        depth: int,
    ) -> Overlap:
        match one, other:
            case (Never(), _) | (_, Never()):
                return Apart("one of them accepts nothing")
            case (Anything(), known) | (known, Anything()):
                return self._specimen(known, bounds, depth)
            case (Constant() | EnumSchema(), _) | (_, Constant() | EnumSchema()):
                return _listed(one, other)
            case Primitive(), Primitive():
                return self._primitives(one, other, bounds)
            case Array() | Tuple(), Array() | Tuple():
                return self._arrays(one, other, bounds, depth)
            case ObjectSchema() | Map(), ObjectSchema() | Map():
                return self._objects(one, other, depth)
            case _:
                return Apart(f"JSON type: {kind(one)} or {kind(other)}")

    def _specimen(self, known: _Plain, bounds: Bounds, depth: int) -> Overlap:
        found = self._specimens.of_plain(known, bounds, depth)
        return found if found is not None else Apart()

    def _primitives(self, one: Primitive, other: Primitive, bounds: Bounds) -> Overlap:
        kinds = {one.kind, other.kind}
        if len(kinds) > 1 and kinds != {"integer", "number"}:
            return Apart(f"JSON type: {one.kind} or {other.kind}")
        formats = {one.format, other.format} & _EXCLUSIVE
        if len(formats) > 1:
            return Apart(f"format: {one.format} or {other.format}")
        narrow = one if one.kind == "integer" or one.format in _EXCLUSIVE else other
        return self._specimen(narrow, bounds, 0)

    def _arrays(
        self,
        one: Array | Tuple,
        other: Array | Tuple,
        bounds: Bounds,
        depth: int,
    ) -> Overlap:
        shortest = max(_least(one), _least(other), bounds.min_items or 0)
        items: list[object] = []
        for index in range(shortest):
            both = _item(one, index), _item(other, index)
            found = self.between(*both, Bounds(), depth + 1)
            if isinstance(found, Apart):
                return Apart(found.reason and f"item {index}: {found.reason}")
            items.append(found.value)
        return Value(items)

    def _objects(
        self,
        one: ObjectSchema | Map,
        other: ObjectSchema | Map,
        depth: int,
    ) -> Overlap:
        members: dict[str, object] = {}
        for property_ in (*_required(one), *_required(other)):
            key = property_.key
            if key in members:
                continue
            types = _property(one, key), _property(other, key)
            found = self.between(*types, property_.bounds, depth + 1)
            if isinstance(found, Apart):
                return Apart(_of_property(key, types, found.reason))
            members[key] = found.value
        return Value(members)


def _of_property(key: str, types: tuple[Type, Type], reason: str) -> str:
    if any(isinstance(type_, Never) for type_ in types):
        return f"`{key}` is required in one and not allowed in the other"
    return reason and f"`{key}`: {reason}"


def _required(one: ObjectSchema | Map) -> list[Property]:
    if isinstance(one, Map):
        return []
    return [property_ for property_ in one.properties if property_.required]


def _property(one: ObjectSchema | Map, key: str) -> Type:
    """Return the type that a property has where it may not be declared."""
    if isinstance(one, Map):
        return one.values
    for property_ in one.properties:
        if property_.key == key:
            return property_.type
    if one.additional is not None:
        return one.additional
    return Never() if one.closed else Anything()


def _least(one: Array | Tuple) -> int:
    return one.least if isinstance(one, Tuple) else 0


def _item(one: Array | Tuple, index: int) -> Type:
    if isinstance(one, Array):
        return one.items
    return one.items[index] if index < len(one.items) else one.rest


def _has_null(one: _Plain) -> bool:
    return isinstance(one, Nullable | Anything) or one == Primitive("null")


def _listed(one: _Plain, other: _Plain) -> Overlap:
    """Compare a type that lists its values with another."""
    values, rest = (_values(one), other) if _values(one) else (_values(other), one)
    common = [value for value in values if _accepts(rest, value)]
    if common:
        return Value(common[0])
    shown = " or ".join(repr(value) for value in values[:3])
    theirs = _values(rest)
    return Apart(f"{shown} or {theirs[0]!r}" if theirs else f"{shown} or {kind(rest)}")


def _values(one: _Plain) -> list[object]:
    match one:
        case Constant(value=value):
            return [value]
        case EnumSchema(members=members):
            return [member.value for member in members]
        case _:
            return []


def _accepts(one: _Plain, value: object) -> bool:
    listed = _values(one)
    if listed:
        return any(type(each) is type(value) and each == value for each in listed)
    if isinstance(one, Primitive):
        return fits(value, one) and one.format not in _EXCLUSIVE
    return False


def kind(one: _Plain) -> str:
    """Return the JSON type of a type."""
    match one:
        case Primitive(kind=name):
            return name
        case Array() | Tuple():
            return "array"
        case ObjectSchema() | Map():
            return "object"
        case Constant() | EnumSchema():
            return "a listed value"
        case Nullable() | Union() | Anything():
            return "anything"
        case Never():
            return "nothing"
