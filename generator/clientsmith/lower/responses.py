"""Responses: what each status means, media type by media type.

https://spec.openapis.org/oas/v3.1.1.html#response-object
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import MediaType as MediaTypeObject
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Response as ResponseObject
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    Anything,
    Binary,
    Content,
    MediaType,
    Primitive,
    Response,
    Type,
    essence_of,
    is_binary,
    is_json,
    is_text,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import members

from .checks import asserted
from .context import Context, SchemaLike
from .headers import lower_headers
from .kinds import format_of, type_names
from .markdown import as_markdown
from .media_types import follow_content, report_items
from .naming import Called
from .owner import Owner
from .response_names import response_owner
from .schemas import lower_schema
from .streams import is_stream, lower_stream


def lower_response(
    context: Context,
    status: str,
    raw: ResponseObject | SchemaReference,
    at: Pointer,
    called: Called,
    selected_by: Pointer | None,
) -> Response:
    """Return what one status means."""
    node, place = context.follow_shared(raw, at, ResponseObject)
    content: list[Content] = []
    for content_type, media_type, where in follow_content(context, node.content, place):
        streams = is_stream(content_type)
        schema = media_type.media_type_schema
        owner = response_owner(
            context, status, raw, where, called, schema, streams=streams
        )
        if streams:
            one: Content = lower_stream(
                context, essence_of(content_type), media_type, where, owner, selected_by
            )
        else:
            one = _value(context, status, content_type, media_type, where, owner)
        content.append(one)
    return Response(
        status=status,
        docs=as_markdown(node.description),
        content=tuple(_related(context, content)),
        headers=tuple(lower_headers(context, node, place, called)),
        at=place,
    )


def _value(
    context: Context,
    status: str,
    content_type: str,
    media_type: MediaTypeObject,
    at: Pointer,
    owner: Owner,
) -> MediaType | Binary:
    report_items(context, media_type, at)
    schema = media_type.media_type_schema
    target = None if schema is None else context.follow(schema, at / "schema")[0]
    if _is_json(content_type, target, status):
        named, type_ = is_json(content_type), _type(context, schema, at, owner)
        return MediaType(
            content_type=content_type, type=type_, as_json=not named, at=at
        )
    if _is_bytes(content_type, target):
        return Binary(content_type=content_type, at=at)
    return MediaType(content_type=content_type, type=Primitive("string"), at=at)


def _type(
    context: Context, schema: SchemaLike | None, at: Pointer, owner: Owner
) -> Type:
    """Return the type of JSON, and what is asserted of it."""
    if schema is None:
        return Anything()
    type_ = lower_schema(context, schema, at / "schema", owner)
    return asserted(context, schema, at / "schema", type_)


def _is_json(content_type: str, schema: Schema | None, status: str) -> bool:
    """Tell whether content is JSON, by its name or by what its schema describes.

    Of errors only the schema counts, unless they are XML: what else an operation is
    answered with says nothing of them, and Swagger has one list for both.
    """
    if is_json(content_type):
        return schema is None or format_of(schema) != "binary"
    if schema is None or not _is_structured(schema):
        return False
    if not status.startswith("2"):
        return not essence_of(content_type).endswith(("/xml", "+xml"))
    return not (is_text(content_type) or is_binary(content_type))


def _is_bytes(content_type: str, schema: Schema | None) -> bool:
    if schema is not None and format_of(schema) == "binary":
        return True
    if is_text(content_type):
        return False
    untold = schema is None or "string" not in type_names(schema)
    return untold or is_binary(content_type)


def _is_structured(schema: Schema) -> bool:
    """Tell whether a schema describes more than a text."""
    parts = (schema.properties, schema.items, schema.allOf, schema.oneOf, schema.anyOf)
    return any(parts) or bool({*type_names(schema)} - {"string", "null"})


def _related(context: Context, content: list[Content]) -> Iterator[Content]:
    """Mark what only repeats the JSON of the same response: its XML, for example."""
    values = [one for one in content if isinstance(one, MediaType)]
    models = [
        _described(context, one)
        for one in values
        if is_json(one.content_type) and one.type != Primitive("string")
    ]
    for one in content:
        if isinstance(one, MediaType | Binary) and not is_json(one.content_type):
            schema = _described(context, one)
            repeats = schema is not None and (
                schema in models or (bool(models) and _is_text_of_more(context, one))
            )
            yield replace(one, repeats=repeats)
        else:
            yield one


def _described(context: Context, one: MediaType | Binary) -> object:
    """Return the schema of a media type as it is written."""
    return members(context.description.lookup(one.at)).get("schema")


def _is_text_of_more(context: Context, one: MediaType | Binary) -> bool:
    """Tell whether text has a schema of more than text, as XML of an object has."""
    if not isinstance(one, MediaType) or one.as_json:
        return False
    found = context.description.at(one.at / "schema", Schema)
    schema = context.follow(found, one.at / "schema")[0] if found else None
    return schema is not None and _is_structured(schema)
