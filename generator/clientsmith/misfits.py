"""What is wrong with a value of a table, by the type that the table declares for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import isfinite
from typing import Any, TypeAlias, cast

from msgspec import Struct, UnsetType, inspect

Plain: TypeAlias = inspect.Type


@cache
def keys_of(table: type[Struct]) -> dict[str, Plain]:
    """Return the keys of a table as they are written, and their types."""
    return {each.encode_name: _plain(each.type) for each in _fields(table)}


@cache
def required_of(table: type[Struct]) -> tuple[str, ...]:
    """Return the keys that a table cannot be without."""
    return tuple(each.encode_name for each in _fields(table) if each.required)


def _fields(table: type[Struct]) -> tuple[inspect.Field, ...]:
    return cast("inspect.StructType", inspect.type_info(table)).fields


def _plain(kind: Plain) -> Plain:
    """Return what a type is beside its description, if the key is there."""
    match kind:
        case inspect.Metadata():
            return _plain(kind.type)
        case inspect.UnionType():
            given = _given(kind)
            return given[0] if len(given) == 1 else kind
        case _:
            return kind


def _given(kind: inspect.UnionType) -> list[Plain]:
    """Return the types of a key that is there."""
    return [_plain(each) for each in kind.types if not _is_absence(each)]


def _is_absence(kind: Plain) -> bool:
    is_unset = isinstance(kind, inspect.CustomType) and kind.cls is UnsetType
    return is_unset or isinstance(kind, inspect.NoneType)


def misfit(kind: Plain, value: object) -> str | None:
    """Say what a value has to be, if it is something else."""
    plain = _plain(kind)
    return None if _fits(plain, value) else _named(plain)


def _fits(kind: Plain, value: object) -> bool:
    match kind:
        case inspect.LiteralType():
            return isinstance(value, str) and value in kind.values
        case inspect.VarTupleType() | inspect.ListType():
            return _all(value, list, lambda each: _fits(_plain(kind.item_type), each))
        case inspect.DictType():
            return _all(value, dict, lambda each: _fits(_plain(kind.value_type), each))
        case inspect.StructType():
            return isinstance(value, dict)
        case inspect.AnyType():
            return _is_json(value)
        case inspect.UnionType():
            return any(_fits(each, value) for each in _given(kind))
        case inspect.FloatType():
            return type(value) in {int, float} and isfinite(cast("float", value))
        case _:
            return type(value) in _TYPES.get(type(kind), ())


_TYPES: dict[type[Plain], tuple[type, ...]] = {
    inspect.StrType: (str,),
    inspect.BoolType: (bool,),
    inspect.IntType: (int,),
}


def _is_json(value: object) -> bool:
    """Tell whether JSON has a value, which knows no dates, and nothing infinite."""
    match value:
        case dict():
            return all(map(_is_json, cast("Any", value).values()))
        case list():
            return all(map(_is_json, cast("Any", value)))
        case float():
            return isfinite(value)
        case _:
            return isinstance(value, (str, int))


def _all(value: object, kind: type, fits: Callable[[object], bool]) -> bool:
    if not isinstance(value, kind):
        return False
    values = cast("Any", value).values() if kind is dict else cast("list[Any]", value)
    return all(fits(each) for each in values)


def _named(kind: Plain) -> str:
    match kind:
        case inspect.LiteralType():
            return f"one of {', '.join(map(str, kind.values))}"
        case inspect.VarTupleType() | inspect.ListType():
            return f"a list of {_several(_plain(kind.item_type))}"
        case inspect.DictType():
            return f"a table of {_several(_plain(kind.value_type))}"
        case inspect.StructType():
            return "a table"
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType() | inspect.FloatType():
            return "a number"
        case inspect.AnyType():
            return "a value of JSON; dates and times are strings there"
        case inspect.UnionType():
            return " or ".join(map(_named, _given(kind)))
        case _:
            return "a string"


def _several(kind: Plain) -> str:
    match kind:
        case inspect.LiteralType():
            return f"{', '.join(map(str, kind.values))}"
        case inspect.StructType():
            return "tables"
        case inspect.VarTupleType() | inspect.ListType():
            return "lists"
        case _:
            return "strings"
