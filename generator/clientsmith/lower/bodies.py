"""Request bodies, media type by media type.

https://spec.openapis.org/oas/v3.1.1.html#media-type-object
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import MediaType as MediaTypeObject
from openapi_pydantic.v3.v3_1 import Operation, Schema
from openapi_pydantic.v3.v3_1 import RequestBody as RequestBodyObject

from clientsmith.diagnostics import hint
from clientsmith.ir import (
    Anything,
    Binary,
    MediaType,
    Name,
    Primitive,
    RequestBody,
    name_of,
)
from clientsmith.pointer import Pointer

from .context import Context
from .encodings import lower_encodings
from .kinds import type_names
from .markdown import as_markdown
from .media_types import follow_content, report_items
from .owner import Owner
from .resources import Called
from .schemas import lower_schema


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON, by name or by `+json` suffix (RFC 6839)."""
    essence = content_type.partition(";")[0].strip().lower()
    return essence.endswith(("/json", "+json"))


def is_text(content_type: str) -> bool:
    """Tell whether a media type is text that a person could read."""
    essence = content_type.partition(";")[0].strip().lower()
    return essence.startswith("text/") or essence.endswith(("/xml", "+xml"))


def lower_request_body(
    context: Context,
    operation: Operation,
    at: Pointer,
    called: Called,
) -> RequestBody | None:
    """Return what an operation sends; parts of it are named after the operation."""
    if operation.requestBody is None:
        return None
    node, place = context.description.follow(
        operation.requestBody,
        at / "requestBody",
        RequestBodyObject,
    )
    content: list[MediaType | Binary] = []
    for content_type, media_type, where in follow_content(context, node.content, place):
        shared = name_of(place.name) if place != at / "requestBody" else None
        owner = _request_owner(where, called, shared)
        content.append(_value(context, content_type, media_type, where, owner))
    content.sort(key=lambda one: not is_json(one.content_type))
    _report_rest(context, content)
    return RequestBody(
        content=tuple(content),
        required=bool(node.required),
        docs=as_markdown(node.description),
        at=place,
    )


def _request_owner(at: Pointer, called: Called, shared: Name | None) -> Owner:
    """Name a request body, after no operation if several share it."""
    if shared:
        return Owner(shared, at / "schema", (shared + Name(("request",)),))
    long = called.noun + called.name
    return Owner(called.noun, at / "schema", (long, long + Name(("request",))))


def _report_rest(context: Context, content: list[MediaType | Binary]) -> None:
    """Say which media types of a request cannot be sent, or not by parts."""
    for one in content[1:]:
        context.problems.append(
            hint(
                "media-type-unused",
                f"requests are sent as `{content[0].content_type}`, never as "
                f"`{one.content_type}`",
                one.at,
                hint="nothing is lost unless a server accepts only this one",
            ),
        )
    for one in content[:1]:
        if one.content_type.startswith("multipart/"):
            context.unsupported(
                "multipart-unsupported",
                f"`{one.content_type}` is not written by parts yet",
                one.at,
            )


def _value(
    context: Context,
    content_type: str,
    media_type: MediaTypeObject,
    at: Pointer,
    owner: Owner,
) -> MediaType | Binary:
    schema = media_type.media_type_schema
    report_items(context, media_type, at)
    if content_type.startswith("multipart/"):
        return Binary(content_type=content_type, at=at)
    if schema is None:
        if is_json(content_type) or is_text(content_type):
            return MediaType(content_type=content_type, type=Anything(), at=at)
        return Binary(content_type=content_type, at=at)
    target, _ = context.follow(schema, at / "schema")
    if _is_binary(target, is_json=is_json(content_type)):
        return Binary(content_type=content_type, at=at)
    if is_text(content_type):
        return MediaType(content_type=content_type, type=Primitive("string"), at=at)
    type_ = lower_schema(context, schema, at / "schema", owner)
    return MediaType(
        content_type=content_type,
        type=type_,
        encoding=lower_encodings(context, content_type, media_type, at),
        at=at,
    )


def _is_binary(schema: Schema, *, is_json: bool) -> bool:
    """Tell whether a body is bytes: some documents call files JSON."""
    if schema.schema_format == "binary":
        return True
    says_more = schema.properties or schema.allOf or schema.oneOf
    return not is_json and not (type_names(schema) or says_more)
