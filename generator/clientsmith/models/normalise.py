"""The API's declarations as schemas again: named, flat, with nothing left to decide.

Whatever has a class in the client has a definition here, under the same name.
https://spec.openapis.org/oas/v3.1.1.html#components-object
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from msgspec import Struct

from clientsmith.ir import (
    UNTAGGED,
    AliasSchema,
    Anything,
    Api,
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
    Property,
    Reference,
    Scalar,
    Tuple,
    Type,
    Union,
)
from clientsmith.plan import Layout
from clientsmith.plan.module import Names, own_docs
from clientsmith.plan.wrapping import wrap
from clientsmith.pointer import Pointer

from .naming import attribute_names
from .styles import Abilities

JSONSchema: TypeAlias = dict[str, Any]

_SCHEMAS = "#/components/schemas/"
_FORMATS = frozenset({"date", "date-time", "uuid"})
"""Those that have a type of their own in the client."""
_KINDS: Mapping[type, str] = {
    bool: "boolean",
    float: "number",
    int: "integer",
    str: "string",
    type(None): "null",
}
_WIDTH = 81
"""Of a line of prose between quotes, in a class."""


def normalise(
    api: Api, layout: Layout, names: Mapping[Pointer, str], style: Abilities
) -> JSONSchema:
    """Write one description that has nothing but the named schemas."""
    writer = _Writer(names, Names(api, layout.models, ""), style)
    definitions = {
        names[at]: writer.definition(api.declarations[at])
        for at in sorted(names, key=lambda at: (names[at], at), reverse=True)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": api.title, "version": api.version},
        "components": {"schemas": dict(reversed(definitions.items()))},
    }


class _Writer(Struct, frozen=True):
    """Writes schemas of declarations and types."""

    names: Mapping[Pointer, str]
    docs: Names
    style: Abilities

    def definition(self, declaration: Declaration) -> JSONSchema:
        """Write the schema of a declaration."""
        match declaration:
            case ObjectSchema():
                schema = self._object(declaration)
            case EnumSchema(members=members):
                schema = self._enumeration([member.value for member in members])
            case AliasSchema(type=type_):
                schema = self._schema(type_)
        return _described(schema, declaration.docs)

    def _object(self, declaration: ObjectSchema) -> JSONSchema:
        attributes = attribute_names(declaration)
        schema: JSONSchema = {
            "type": "object",
            "properties": {
                one.key: self._property(one, attributes[one.key])
                for one in declaration.properties
            },
            "required": [one.key for one in declaration.properties if one.required],
        }
        if declaration.additional is not None:
            schema["additionalProperties"] = self._schema(declaration.additional)
        return schema

    def _property(self, property_: Property, attribute: str) -> JSONSchema:
        docs = own_docs(property_, self.docs)
        if attribute != property_.key and not self.style.aliases:
            docs = f"{docs}\n\n`{property_.key}` in JSON.".strip()
        return _described(self._schema(property_.type), docs)

    def _enumeration(self, values: list[Scalar]) -> JSONSchema:
        closed: JSONSchema = {"enum": values}
        kinds = list(dict.fromkeys(_KINDS[type(value)] for value in values))
        if len(kinds) == 1:
            closed["type"] = kinds[0]
        if not self.style.open_enums:
            return closed
        return {"anyOf": [closed, *({"type": kind} for kind in kinds)]}

    def _schema(self, type_: Type) -> JSONSchema:
        match type_:
            case Array(items=items):
                return {"type": "array", "items": self._schema(items)}
            case Tuple():
                return self._tuple(type_)
            case Map(values=values):
                return {"type": "object", "additionalProperties": self._schema(values)}
            case Reference(to=pointer):
                return {"$ref": _SCHEMAS + self.names[pointer]}
            case Asserted(inner=inner):
                return self._schema(inner)
            case Nullable(inner=inner):
                return {"anyOf": [self._schema(inner), {"type": "null"}]}
            case Union():
                return self._union(type_)
            case Primitive() | Constant() | Anything() | Never():
                return _leaf(type_)

    def _tuple(self, type_: Tuple) -> JSONSchema:
        items = [self._schema(item) for item in type_.items]
        if type_.is_complete:
            count = len(items)
            lengths = {"minItems": count, "maxItems": count}
            return {"type": "array", "prefixItems": items, **lengths}
        if not isinstance(type_.rest, Never):
            items.append(self._schema(type_.rest))
        return {"type": "array", "items": {"anyOf": items}}

    def _union(self, union: Union) -> JSONSchema:
        schema: JSONSchema = {
            "anyOf": [self._schema(variant.type) for variant in union.variants]
        }
        targets = [(variant.type, variant.tags) for variant in union.variants]
        match union.selection:
            case ByTag(property=name) if self._is_mapping(targets, name):
                mapping = {
                    tag: _SCHEMAS + self.names[of.to]
                    for of, tags in targets
                    if isinstance(of, Reference)
                    for tag in tags
                }
                schema["oneOf"] = schema.pop("anyOf")
                schema["discriminator"] = {"propertyName": name, "mapping": mapping}
            case _:
                pass
        return schema

    def _is_mapping(
        self, targets: list[tuple[Type, tuple[str, ...]]], key: str
    ) -> bool:
        """Tell whether a tag chooses one class, always."""
        tags = [tag for _, own in targets for tag in own]
        told = UNTAGGED not in tags and len(tags) == len(set(tags))
        return told and all(self._has(of, key) for of, _ in targets)

    def _has(self, variant: Type, key: str) -> bool:
        """Tell whether a variant is a class with the property that has the tag."""
        if not isinstance(variant, Reference):
            return False
        declaration = self.docs.api.declarations[variant.to]
        return isinstance(declaration, ObjectSchema) and any(
            one.key == key for one in declaration.properties
        )


def _leaf(type_: Primitive | Constant | Anything | Never) -> JSONSchema:
    match type_:
        case Anything():
            return {}
        case Never():
            return {"not": {}}
        case Constant(value=value):
            return _constant(value)
        case Primitive(kind=kind, format=format_) if format_ in _FORMATS:
            return {"type": kind, "format": format_}
        case Primitive(kind=kind):
            return {"type": kind}


def _constant(value: Scalar) -> JSONSchema:
    # There are no literals of floats, and null is a type.
    if value is None:
        return {"type": "null"}
    return {"type": "number"} if isinstance(value, float) else {"const": value}


def _described(schema: JSONSchema, docs: str) -> JSONSchema:
    shown = "".join(one if one.isprintable() or one == "\n" else " " for one in docs)
    lines = wrap(shown.strip(), _WIDTH)
    return {**schema, "description": "\n".join(lines)} if any(lines) else schema
