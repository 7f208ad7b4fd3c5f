"""How the properties of bodies in parts are written.

https://spec.openapis.org/oas/v3.2.0.html#encoding-object
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Encoding as EncodingObject
from openapi_pydantic.v3.v3_1 import Header, MediaType, Schema
from openapi_pydantic.v3.v3_1 import Reference as HeaderReference

from clientsmith.ir import (
    AliasSchema,
    ObjectSchema,
    PartEncoding,
    Property,
    Reference,
    Style,
    Type,
    inmost,
    is_json,
    is_text,
)
from clientsmith.pointer import Pointer

from .context import Context
from .kinds import format_of, type_names, values_of

_STYLES: dict[str, Style] = {
    style: style for style in ("form", "spaceDelimited", "pipeDelimited", "deepObject")
}


def lower_parts(
    context: Context, media_type: MediaType, at: Pointer, type_: Type
) -> tuple[PartEncoding, ...]:
    """Say how properties are written, where their types do not say it."""
    said = media_type.encoding or {}
    found: list[PartEncoding] = []
    for one in _properties(context, type_):
        encoding = said.get(one.key)
        place = at / "encoding" / one.key
        lowered = _lower(context, encoding, place, one)
        if lowered != PartEncoding(property=one.key):
            found.append(lowered)
    return tuple(found)


def _properties(context: Context, type_: Type) -> tuple[Property, ...]:
    """List the properties of an object, looked through names and null."""
    inner, seen = inmost(type_), set[Pointer]()
    while isinstance(inner, Reference) and inner.to not in seen:
        seen.add(inner.to)
        declaration = context.declarations.get(inner.to)
        if isinstance(declaration, ObjectSchema):
            return declaration.properties
        if not isinstance(declaration, AliasSchema):
            break
        inner = inmost(declaration.type)
    return ()


def _lower(
    context: Context, encoding: EncodingObject | None, at: Pointer, one: Property
) -> PartEncoding:
    found = _by_schema(_innermost(context, one.at), one.key)
    if encoding is None:
        return found
    style = _STYLES.get(encoding.style or "")
    if style is None and (encoding.explode is not None or encoding.allowReserved):
        style = "form"
    exploded = style == "form" if encoding.explode is None else encoding.explode
    return replace(
        found,
        content_type=encoding.contentType or found.content_type,
        headers=tuple(_headers(context, encoding, at)),
        style=style,
        explode=exploded or style is None,
    )


def _by_schema(schema: Schema | None, key: str) -> PartEncoding:
    """Say what a schema says by itself: which bytes it is, and whether as text."""
    if schema is None:
        return PartEncoding(property=key)
    media_type = schema.contentMediaType or ""
    if format_of(schema) == "byte":
        return PartEncoding(property=key, content_type=media_type, base64=True)
    if is_json(media_type) or is_text(media_type):
        return PartEncoding(property=key)
    return PartEncoding(property=key, content_type=media_type, file=bool(media_type))


def _innermost(context: Context, at: Pointer) -> Schema | None:
    """Return the schema of a property, or that of its items."""
    node = context.description.at(at, Schema)
    if not isinstance(node, Schema):
        return None
    schema, place = context.follow(node, at)
    if type_names(schema) == ["array"] and schema.items is not None:
        schema, _ = context.follow(schema.items, place / "items")
    return schema


def _headers(
    context: Context, encoding: EncodingObject, at: Pointer
) -> Iterator[tuple[str, str]]:
    """Yield the headers of a part that the description gives a value."""
    headers: dict[str, Header | HeaderReference] = encoding.headers or {}
    for name, raw in sorted(headers.items()):
        header, place = context.description.follow(raw, at / "headers" / name, Header)
        if header.param_schema is None or name.lower() == "content-type":
            continue
        schema, _ = context.follow(header.param_schema, place / "schema")
        values = values_of(schema)
        if len(values) == 1 and isinstance(values[0], str):
            yield name, values[0]
