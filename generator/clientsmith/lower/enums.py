"""Enumerations and constants.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
"""

from __future__ import annotations

from typing import Any, cast

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    Anything,
    Constant,
    EnumMember,
    EnumSchema,
    Nullable,
    Primitive,
    Scalar,
    Type,
)
from clientsmith.pointer import Pointer

from .context import Context, titled
from .owner import Owner


def lower_enum(context: Context, schema: Schema, at: Pointer, owner: Owner) -> Type:
    """Return the constant or the declared enumeration that a schema describes."""
    values = [schema.const] if "const" in schema.model_fields_set else schema.enum or []
    if not all(isinstance(value, str | int | float | None) for value in values):
        context.unsupported("enum-values", "the values are not all plain", at)
        return Anything()
    given = _distinct(cast("list[Scalar]", values))
    scalars: list[Scalar] = [value for value in given if value is not None]
    if not scalars:
        return Primitive("null")
    type_ = _type(context, schema, scalars, at, owner)
    return Nullable(type_) if len(scalars) < len(given) else type_


def _distinct(values: list[Scalar]) -> list[Scalar]:
    """Leave out what is listed twice; `1` and `true` are not the same value."""
    return list({(type(value).__name__, value): value for value in values}.values())


def _type(
    context: Context,
    schema: Schema,
    values: list[Scalar],
    at: Pointer,
    owner: Owner,
) -> Type:
    if len(values) == 1 and not owner.root:
        return Constant(values[0])
    if set(map(type, values)) == {bool}:
        return Primitive("boolean")
    if any(isinstance(value, float) for value in values):
        return Primitive("number", schema.schema_format)
    return context.declare(
        EnumSchema(
            name=titled(schema, owner),
            qualified=owner.full,
            at=at,
            home=owner.home,
            members=_members(schema, values),
            docs=schema.description or "",
            deprecated=bool(schema.deprecated),
        ),
    )


def _members(schema: Schema, values: list[Scalar]) -> tuple[EnumMember, ...]:
    docs = _documentation(schema.model_extra or {}, values)
    return tuple(
        EnumMember(value, text) for value, text in zip(values, docs, strict=True)
    )


def _documentation(extensions: dict[str, Any], values: list[Scalar]) -> list[str]:
    given = extensions.get("x-enum-descriptions") or extensions.get(
        "x-enumDescriptions",
    )
    if isinstance(given, list):
        texts = [str(text) for text in cast("list[object]", given)]
        return texts if len(texts) == len(values) else [""] * len(values)
    if isinstance(given, dict):
        described = cast("dict[str, object]", given)
        return [str(described.get(str(value), "")) for value in values]
    return [""] * len(values)
