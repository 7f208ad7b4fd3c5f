"""Enumerations and constants.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    Anything,
    Array,
    ByShape,
    Constant,
    EnumMember,
    EnumSchema,
    Map,
    Name,
    Never,
    Nullable,
    Primitive,
    Scalar,
    Type,
    Union,
    Variant,
)
from clientsmith.pointer import Pointer

from .assertions import bounds
from .branches import Branch
from .checks import checks, judged
from .context import Context, ladder_of, titled
from .enum_members import members_of, titled_member
from .kinds import type_names, values_of
from .markdown import as_markdown
from .owner import Owner

_Literal: TypeAlias = str | int | bool


def lower_enum(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    """Return the constant or the declared enumeration that a schema describes."""
    kind = _only_type(schema)
    given = _distinct(_as_typed(value, kind) for value in values_of(schema))
    named = [value for value in given if isinstance(value, str | int)]
    types = _others(schema, given)
    if named and types:
        at, owner = at / "enum", owner.child(Name(("value",)))
    if named:
        types.insert(0, _literals(context, schema, named, at, owner))
    if None not in given:
        return _joined(types, at)
    return Nullable(_joined(types, at)) if types else Primitive("null")


def _only_type(schema: Schema) -> str:
    """Return the one type that a schema names; nothing if there are more, or none."""
    kinds = type_names(schema)
    return kinds[0] if len(kinds) == 1 else ""


def _as_typed(value: object, kind: str) -> object:
    """Read a value as the one type that stands beside it: `type: string, enum: [1]`.

    YAML made a number of what its author meant as text.
    """
    if kind == "string" and isinstance(value, bool):
        return "true" if value else "false"
    if kind == "string" and isinstance(value, int | float):
        return str(value)
    if kind == "integer" and isinstance(value, str) and value.isdecimal():
        return int(value)
    if kind in {"integer", "number"} and isinstance(value, float):
        return int(value) if kind == "integer" and value.is_integer() else value
    return value


def _distinct(values: Iterable[object]) -> list[object]:
    """Leave out what is listed twice; `1` and `true` are not the same value."""
    return list({(type(value), repr(value)): value for value in values}.values())


def _others(schema: Schema, values: list[object]) -> list[Type]:
    """Return the types of the values that no literal can spell."""
    kinds: dict[type, Type] = {
        float: Primitive("number", schema.schema_format),
        dict: Map(Anything()),
        list: Array(Anything()),
    }
    present = {type(value) for value in values}
    return [type_ for kind, type_ in kinds.items() if kind in present]


def _joined(types: list[Type], at: Pointer) -> Type:
    if not types:
        return Never()
    if len(types) == 1:
        return types[0]
    return Union(tuple(Variant(type_) for type_ in types), ByShape(), at)


def _literals(
    context: Context,
    schema: Schema,
    values: list[_Literal],
    at: Pointer,
    owner: Owner,
) -> Type:
    if not values[1:] and not _may_grow(schema, values[0], owner):
        return Constant(values[0])
    if set(map(type, values)) == {bool}:
        return Primitive("boolean")
    return _declare(context, schema, members_of(schema, values), at, owner)


def _may_grow(schema: Schema, value: _Literal, owner: Owner) -> bool:
    """Tell whether the one value of a component is the first of what may be several."""
    is_list = owner.root and "const" not in schema.model_fields_set
    return is_list and not isinstance(value, bool)


def _declare(
    context: Context,
    schema: Schema,
    members: tuple[EnumMember, ...],
    at: Pointer,
    owner: Owner,
) -> Type:
    found = checks(context, schema, at)
    return context.declare(
        EnumSchema(
            name=titled(schema, owner),
            ladder=ladder_of(schema, owner),
            at=at,
            home=owner.home,
            members=members,
            docs=as_markdown(schema.description),
            bounds=bounds(found),
            checks=judged(found),
            deprecated=bool(schema.deprecated),
        ),
    )


def lower_constants(
    context: Context,
    schema: Schema,
    branches: list[Branch],
    at: Pointer,
    owner: Owner,
) -> Type | None:
    """Declare an enumeration that is written as a choice of titled constants."""
    members: list[EnumMember] = []
    for branch in branches:
        value = _constant(branch)
        if value is None:
            return None
        members.append(titled_member(branch.shape, value))
    if len({(type(member.value), member.value) for member in members}) < len(branches):
        return None
    return _declare(context, schema, tuple(members), at, owner) if members[1:] else None


def _constant(branch: Branch) -> Scalar:
    values = values_of(branch.shape)
    if not isinstance(branch.node, Schema) or len(values) != 1:
        return None
    value = _as_typed(values[0], _only_type(branch.shape))
    return value if isinstance(value, str | int) else None
