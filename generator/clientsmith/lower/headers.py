"""Headers of responses: what comes beside the content.

https://spec.openapis.org/oas/v3.1.1.html#header-object
"""

from __future__ import annotations

from collections.abc import Iterator

from openapi_pydantic.v3.v3_1 import Header as HeaderObject
from openapi_pydantic.v3.v3_1 import Response as ResponseObject

from clientsmith.ir import Anything, Header, Name, Primitive, Type, is_json, name_of
from clientsmith.pointer import Pointer

from .annotations import said
from .context import Context, SchemaLike
from .markdown import as_markdown
from .media_types import follow_content
from .naming import Called
from .owner import Owner
from .schemas import lower_schema

_OF_CONTENT = "content-type"
"""A header that the specification says shall be ignored."""
_HTTP_DATE = "http-date"


def lower_headers(
    context: Context, response: ResponseObject, at: Pointer, called: Called
) -> Iterator[Header]:
    """Yield the headers of a response, by name."""
    for name, raw in sorted((response.headers or {}).items()):
        if name.lower() != _OF_CONTENT:
            here = at / "headers" / name
            node, place = context.follow_shared(raw, here, HeaderObject)
            shared = place != here
            yield _lower(context, name, node, place, called, shared=shared)


def _lower(
    context: Context,
    name: str,
    node: HeaderObject,
    at: Pointer,
    called: Called,
    *,
    shared: bool,
) -> Header:
    schema, place, as_json = node.param_schema, at / "schema", False
    for content_type, media_type, where in follow_content(context, node.content, at):
        as_json = is_json(content_type)
        schema, place = media_type.media_type_schema, where / "schema"
    type_: Type = Primitive("string")
    if schema is not None and (as_json or not node.content):
        type_ = _type(context, schema, place, _owner(name, at, called, shared=shared))
    docs = node.description or (said(schema).description if schema else "")
    return Header(
        name=name,
        type=Anything() if as_json and schema is None else type_,
        as_json=as_json,
        explode=bool(node.explode),
        docs=context.describe(place, as_markdown(docs)),
        deprecated=bool(node.deprecated),
        at=at,
    )


def _type(context: Context, schema: SchemaLike, at: Pointer, owner: Owner) -> Type:
    """Return the type of a header; what says nothing is text."""
    target, _ = context.follow(schema, at)
    if target.schema_format == _HTTP_DATE:
        return Primitive("string", "date-time")
    type_ = lower_schema(context, schema, at, owner)
    return Primitive("string") if type_ == Anything() else type_


def _owner(name: str, at: Pointer, called: Called, *, shared: bool) -> Owner:
    """Name the schema of a header, after no operation if several share it."""
    own = name_of(name)
    if shared:
        own = name_of(at.name)
        return Owner(own, at / "schema", (own + Name(("header",)),))
    long = called.noun + called.name + own
    return Owner(called.noun + own, at / "schema", (long,), own=own)
