"""Request bodies, media type by media type.

https://spec.openapis.org/oas/v3.1.1.html#request-body-object
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import MediaType as MediaTypeObject
from openapi_pydantic.v3.v3_1 import Operation, Schema
from openapi_pydantic.v3.v3_1 import RequestBody as RequestBodyObject

from clientsmith.ir import (
    Anything,
    Array,
    Binary,
    JsonLines,
    MediaType,
    Name,
    Primitive,
    RequestBody,
    essence_of,
    is_binary,
    is_json,
    is_text,
    name_of,
)
from clientsmith.pointer import Pointer

from .assertions import bounds
from .checks import own_checks
from .context import Context
from .encodings import FORM, lower_encodings
from .kinds import format_of, type_names
from .markdown import as_markdown
from .media_types import follow_content, report_items
from .naming import Called
from .owner import Owner
from .parts import lower_parts
from .schemas import lower_schema
from .streams import JSON_LINES, JSON_SEQUENCE, lower_lines
from .vocabulary import Role, fields

_MULTIPART = "multipart/"
_LINES = JSON_LINES | {JSON_SEQUENCE}
_ANY = frozenset({"*/*", "application/*"})
"""Ranges that leave the media type to the client."""

_SHAPE = fields(Role.PROSE, Role.PLACE) | {
    "type",
    "properties",
    "additionalProperties",
}
"""What a schema may say without saying that there is anything to send."""


def lower_request_body(
    context: Context,
    operation: Operation,
    at: Pointer,
    called: Called,
) -> RequestBody | None:
    """Return what an operation sends; parts of it are named after the operation."""
    if operation.requestBody is None:
        return None
    node, place = context.follow_shared(
        operation.requestBody,
        at / "requestBody",
        RequestBodyObject,
    )
    if not node.required and _is_empty(context, node, place):
        return None
    content: list[MediaType | Binary | JsonLines] = []
    for content_type, media_type, where in follow_content(context, node.content, place):
        shared = name_of(place.name) if place != at / "requestBody" else None
        owner = _owner(where, content_type, called, shared)
        content.append(_lower(context, content_type, media_type, where, owner))
    return RequestBody(
        content=tuple(sorted(content, key=_rank)),
        required=bool(node.required),
        docs=as_markdown(node.description),
        at=place,
    )


def _is_empty(context: Context, body: RequestBodyObject, at: Pointer) -> bool:
    """Tell whether all that may be sent is an object without properties.

    Descriptions that are generated have one where an operation takes nothing.
    """
    schemas = [
        media_type.media_type_schema
        for _, media_type, _ in follow_content(context, body.content, at)
    ]
    return bool(schemas) and all(
        isinstance(one, Schema)
        and one.additionalProperties is False
        and not one.properties
        and type_names(one) == ["object"]
        and one.model_fields_set <= _SHAPE
        for one in schemas
    )


def _owner(
    at: Pointer, content_type: str, called: Called, shared: Name | None
) -> Owner:
    """Name a request body, after no operation if several share it."""
    request = Name(("request",))
    if shared:
        return Owner(shared, at / "schema", (shared + request,))
    long = called.noun + called.name
    by_type = long + name_of(content_type.rpartition("/")[2]) + request
    return Owner(called.noun, at / "schema", (long, long + request, by_type))


def _rank(content: MediaType | Binary | JsonLines) -> int:
    """Put first what says most: JSON, then forms, then what is written elsewhere."""
    essence = essence_of(content.content_type)
    if is_json(essence):
        return 0
    if isinstance(content, Binary | JsonLines):
        return 4
    if essence == FORM:
        return 1
    return 2 if essence.startswith(_MULTIPART) else 3


def _lower(
    context: Context,
    content_type: str,
    media_type: MediaTypeObject,
    at: Pointer,
    owner: Owner,
) -> MediaType | Binary | JsonLines:
    essence = essence_of(content_type)
    if essence in _LINES:
        return lower_lines(context, content_type, media_type, at, owner)
    report_items(context, media_type, at)
    schema = media_type.media_type_schema
    if schema is None:
        return _without_schema(context, content_type, at)
    target, _ = context.follow(schema, at / "schema")
    if essence.startswith(_MULTIPART):
        return _in_parts(context, content_type, media_type, at, owner)
    if _is_binary(target, is_json=is_json(content_type)):
        return Binary(content_type=_sendable(content_type), at=at)
    type_ = lower_schema(context, schema, at / "schema", owner)
    if is_text(essence):
        type_ = type_ if isinstance(type_, Primitive) else Primitive("string")
    if essence in _ANY:
        content_type = "application/json"
    if type_ == Primitive("string") and is_binary(essence):
        return Binary(content_type=content_type, at=at)
    found = own_checks(context, schema, at / "schema", type_)
    return MediaType(
        content_type=content_type,
        type=type_,
        bounds=bounds(found, type_),
        encoding=lower_encodings(context, content_type, media_type, at),
        at=at,
    )


def _without_schema(
    context: Context, content_type: str, at: Pointer
) -> MediaType | Binary:
    essence = essence_of(content_type)
    if is_json(essence):
        return MediaType(content_type=content_type, type=Anything(), at=at)
    if is_text(essence):
        return MediaType(content_type=content_type, type=Primitive("string"), at=at)
    if essence.startswith(_MULTIPART):
        _report_opaque(context, content_type, at)
    return Binary(content_type=_sendable(content_type), at=at)


def _sendable(content_type: str) -> str:
    """Name what a range of all types stands for; a narrower one is left to the file."""
    return "application/octet-stream" if content_type in _ANY else content_type


def _in_parts(
    context: Context,
    content_type: str,
    media_type: MediaTypeObject,
    at: Pointer,
    owner: Owner,
) -> MediaType | Binary:
    """Return the object whose properties are parts; all else is a matter of bytes."""
    schema = media_type.media_type_schema or Schema.model_validate({})
    type_ = lower_schema(context, schema, at / "schema", owner)
    if isinstance(type_, Primitive | Array | Anything):
        _report_opaque(context, content_type, at)
        return Binary(content_type=content_type, at=at)
    parts = lower_parts(context, media_type, at, type_)
    return MediaType(content_type=content_type, type=type_, parts=parts, at=at)


def _report_opaque(context: Context, content_type: str, at: Pointer) -> None:
    context.unsupported(
        "multipart-unsupported",
        f"nothing says what the parts of `{content_type}` are called; "
        "it is sent as the bytes that are given",
        at,
    )


def _is_binary(schema: Schema, *, is_json: bool) -> bool:
    """Tell whether a body is bytes: some documents call files JSON."""
    if format_of(schema) == "binary":
        return True
    says_more = schema.properties or schema.allOf or schema.oneOf
    return not is_json and not (type_names(schema) or says_more)
