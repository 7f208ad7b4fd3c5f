"""The bodies of an operation: how each is written, and which take the same."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from clientsmith.ir import (
    AliasSchema,
    Api,
    Asserted,
    Binary,
    EnumSchema,
    EventStream,
    JsonLines,
    MediaType,
    Nullable,
    ObjectSchema,
    Operation,
    Primitive,
    Property,
    Reference,
    Type,
    essence_of,
    is_json,
    is_text,
)

SentKind: TypeAlias = Literal["json", "form", "multipart", "text", "bytes", "lines"]

_FORM = "application/x-www-form-urlencoded"
_IN_FIELDS = frozenset({"json", "form", "multipart"})
"""Kinds that write an object property by property."""
_BYTES = Primitive("string", "binary")


class Sent(Struct, frozen=True):
    """One media type that a request may be sent in."""

    content: MediaType | Binary | JsonLines
    kind: SentKind
    properties: tuple[Property, ...] | None = None
    """What becomes arguments of their own, if it is an object to write by parts."""

    @property
    def type(self) -> Type:
        """What the one argument is that holds all of it."""
        match self.content:
            case Binary():
                return _BYTES
            case JsonLines(item=item):
                return item
            case MediaType(type=type_):
                return _BYTES if self.kind == "bytes" else type_


def sent_bodies(api: Api, operation: Operation) -> tuple[Sent, ...]:
    """List the media types of a request, the usual one first."""
    if operation.request_body is None:
        return ()
    return tuple(_sent(api, operation, one) for one in operation.request_body.content)


def alike(bodies: tuple[Sent, ...]) -> list[tuple[Sent, ...]]:
    """Group what takes the same arguments: the same properties, or one for all."""
    groups: dict[object, list[Sent]] = {}
    for one in bodies:
        key = None
        if one.properties is not None:
            key = frozenset((each.key, each.required) for each in one.properties)
        groups.setdefault(key, []).append(one)
    return [tuple(group) for group in groups.values()]


def _sent(
    api: Api, operation: Operation, content: MediaType | Binary | JsonLines
) -> Sent:
    kind = _kind(api, content)
    if not isinstance(content, MediaType) or kind not in _IN_FIELDS:
        return Sent(content, kind)
    return Sent(content, kind, _properties(api, operation, content.type, kind))


def _kind(api: Api, content: MediaType | Binary | JsonLines) -> SentKind:
    match content:
        case Binary():
            return "bytes"
        case JsonLines():
            return "lines"
        case MediaType(content_type=content_type, type=type_):
            return _kind_by_type(api, content_type, type_)


def _kind_by_type(api: Api, content_type: str, type_: Type) -> SentKind:
    essence = essence_of(content_type)
    if is_json(essence):
        return "json"
    if essence == _FORM:
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    return "text" if is_text(essence) or _is_text(api, type_) else "bytes"


def _is_text(api: Api, type_: Type) -> bool:
    """Tell whether values are written as they are, whatever the media type."""
    match type_:
        case Primitive(kind="string", format=name):
            return name != "binary"
        case Reference(to=pointer):
            declaration = api.declarations[pointer]
            if isinstance(declaration, AliasSchema):
                return _is_text(api, declaration.type)
            return isinstance(declaration, EnumSchema)
        case _:
            return False


def _properties(
    api: Api, operation: Operation, type_: Type, kind: SentKind
) -> tuple[Property, ...] | None:
    object_ = object_of(api, type_)
    # A form that is null is none, but null is a JSON value like any other.
    if object_ is None or (kind == "json" and isinstance(type_, Nullable)):
        return None
    selectors = {
        content.selected_by
        for response in operation.responses
        for content in response.content
        if isinstance(content, EventStream)
    }
    return tuple(
        one
        for one in object_.properties
        if not one.read_only and one.key not in selectors
    )


def object_of(api: Api, type_: Type) -> ObjectSchema | None:
    """Return the object that a type is, looked through names and null."""
    seen: set[Type] = set()
    while type_ not in seen:
        seen.add(type_)
        match type_:
            case Nullable(inner=inner) | Asserted(inner=inner):
                type_ = inner
            case Reference(to=pointer):
                declaration = api.declarations[pointer]
                if isinstance(declaration, ObjectSchema):
                    return declaration
                if isinstance(declaration, AliasSchema):
                    type_ = declaration.type
            case _:
                return None
    return None
