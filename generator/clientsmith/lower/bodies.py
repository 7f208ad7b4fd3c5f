"""Request bodies and responses, media type by media type.

https://spec.openapis.org/oas/v3.1.1.html#media-type-object
"""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import MediaType as MediaTypeObject
from openapi_pydantic.v3.v3_1 import Operation, Schema
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import RequestBody as RequestBodyObject
from openapi_pydantic.v3.v3_1 import Response as ResponseObject

from clientsmith.diagnostics import hint
from clientsmith.ir import (
    Anything,
    Binary,
    Content,
    MediaType,
    Name,
    Primitive,
    RequestBody,
    Response,
    name_of,
)
from clientsmith.pointer import Pointer

from .checks import asserted
from .context import Context
from .encodings import lower_encodings
from .kinds import type_names
from .markdown import as_markdown
from .media_types import follow_content, report_items
from .owner import Owner
from .resources import Called
from .schemas import lower_schema
from .streams import EVENT_STREAM, JSON_LINES, lower_stream

_LISTS = frozenset({"fetch", "find", "get", "list", "query", "search"})
_PHRASES = {str(int(one)): one.phrase for one in HTTPStatus}
_MAKES_OR_GETS = frozenset(
    {
        "add",
        "create",
        "fetch",
        "get",
        "patch",
        "read",
        "replace",
        "retrieve",
        "show",
        "update",
    },
)


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


def lower_response(
    context: Context,
    status: str,
    raw: ResponseObject | SchemaReference,
    at: Pointer,
    called: Called,
    selected_by: Pointer | None,
) -> Response:
    """Return what one status means."""
    node, place = context.description.follow(raw, at, ResponseObject)
    content: list[Content] = []
    for content_type, media_type, where in follow_content(context, node.content, place):
        essence = content_type.partition(";")[0].strip().lower()
        streams = essence == EVENT_STREAM or essence in JSON_LINES
        owner = _owner(context, status, raw, where, called, streams=streams)
        if streams:
            content.append(
                lower_stream(context, essence, media_type, where, owner, selected_by),
            )
        else:
            value = _value(context, content_type, media_type, where, owner)
            content.append(_asserted(context, value, media_type))
    return Response(
        status=status,
        docs=as_markdown(node.description),
        content=tuple(content),
        at=place,
    )


def _asserted(
    context: Context, content: MediaType | Binary, media_type: MediaTypeObject
) -> MediaType | Binary:
    """Say what an answer that is JSON asserts beyond its type."""
    schema = media_type.media_type_schema
    if (
        schema is None
        or isinstance(content, Binary)
        or not is_json(content.content_type)
    ):
        return content
    type_ = asserted(context, schema, content.at / "schema", content.type)
    return replace(content, type=type_)


def _owner(
    context: Context,
    status: str,
    raw: ResponseObject | SchemaReference,
    at: Pointer,
    called: Called,
    *,
    streams: bool,
) -> Owner:
    home = at / "schema"
    if isinstance(raw, SchemaReference):
        component = name_of(context.description.pointer(raw.ref).name)
        return Owner(component + Name(("body",)), home)
    noun = called.noun
    long = noun + called.name
    if streams:
        event = Name(("event",))
        return Owner(noun + event, home, (long + event,))
    if not status.startswith("2"):
        own = _status_words(status) + Name(("body",))
        return Owner(long + own, home, (long + own + name_of(at.last),), own=own)
    response = long + Name(("response",))
    by_status = long + _status_words(status) + Name(("response",))
    exact = long + _status_words(status) + name_of(at.last) + Name(("response",))
    one_word = len(called.name.words) == 1
    makes_or_gets = one_word and called.name.words[0].lower() in _MAKES_OR_GETS
    return Owner(
        noun,
        home,
        (long, response),
        whole=(*((noun,) if makes_or_gets else ()), response, by_status, exact),
        each=Name(()) if makes_or_gets else _each(called),
    )


def _each(called: Called) -> Name:
    """Return what one of those is that an operation lists, as far as its name says."""
    verb, *others = called.name.words
    listed = Name(tuple(others)).singular
    if others and (verb.lower() not in _LISTS or listed.words == tuple(others)):
        return Name(())
    return called.noun + listed


def _status_words(status: str) -> Name:
    return name_of(_PHRASES.get(status, "error"))
