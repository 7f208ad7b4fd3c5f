"""The JSON types that a schema names, and the one that it comes down to.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1
"""

from __future__ import annotations

from typing import cast

from openapi_pydantic.v3.v3_1 import Schema

_OF_VALUES: dict[type, str] = {
    bool: "boolean",
    float: "number",
    int: "number",
    str: "string",
    type(None): "null",
}


def type_names(schema: Schema) -> list[str]:
    """List the JSON types that a schema names, in its own order."""
    return [] if schema.type is None else names_in(schema.type)


def names_in(types: object) -> list[str]:
    """List the names in a value of `type`: one of them, several, or none."""
    if isinstance(types, str):
        return [_name(types)]
    if not isinstance(types, list):
        return [] if types is None else [str(types)]
    listed = cast("list[object]", types)
    return list(dict.fromkeys(_name(one) for one in listed if one is not None))


def _name(one: object) -> str:
    """Name a type; a member of an enumeration of texts is one of them."""
    return str.__str__(one) if isinstance(one, str) else str(one)


def kind_of(schema: Schema) -> str | None:
    """Return the one JSON type that a schema allows; every integer is a number."""
    names = type_names(schema)
    if names:
        one = "number" if names[0] == "integer" else names[0]
        return None if names[1:] else one
    if schema.properties:
        return "object"
    if schema.items or schema.prefixItems:
        return "array"
    kinds = {_OF_VALUES.get(type(value)) for value in values_of(schema)}
    return kinds.pop() if len(kinds) == 1 else None


def values_of(schema: Schema) -> list[object]:
    """List the values that a schema allows: those of `enum`, or the one of `const`."""
    if "const" in schema.model_fields_set:
        return [schema.const]
    return list(schema.enum or ())


def is_never(schema: object) -> bool:
    """Tell whether a schema is `false`, as it is or as `not: {}`."""
    if isinstance(schema, Schema):
        denied = schema.schema_not
        return isinstance(denied, Schema) and not denied.model_fields_set
    return schema is False


def format_of(schema: Schema) -> str | None:
    """Return the format of a scalar; how a string is encoded may say it.

    https://json-schema.org/draft/2020-12/json-schema-validation#section-8.3
    """
    encoding = (schema.contentEncoding or "").lower()
    return _ENCODINGS.get(encoding, schema.schema_format)


_ENCODINGS = {"base64": "byte", "binary": "binary"}
"""Of the encodings of RFC 2045 those that make bytes of a string."""
