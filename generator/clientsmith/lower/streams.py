"""Responses that arrive piece by piece: server-sent events and JSON Lines.

https://html.spec.whatwg.org/multipage/server-sent-events.html
https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types
https://www.rfc-editor.org/rfc/rfc7464
"""

from __future__ import annotations

from typing import Any, cast

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import MediaType as MediaTypeObject
from openapi_pydantic.v3.v3_1 import Operation, RequestBody, Schema
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from pydantic import ValidationError

from clientsmith.ir import (
    Anything,
    EventStream,
    JsonLines,
    Name,
    Primitive,
    Type,
    essence_of,
    name_of,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import ANYTHING, describe

from .all_of import Merged, merge, parts
from .checks import asserted
from .context import Context, SchemaLike, combined
from .kinds import type_names
from .media_types import follow_content
from .owner import Owner
from .schemas import lower_schema

EVENT_STREAM = "text/event-stream"
JSON_LINES = frozenset(
    {
        "application/json-l",
        "application/json-lines",
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/stream+json",
        "application/x-json-stream",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ldjson",
        "application/x-ndjson",
    },
)
JSON_SEQUENCE = "application/json-seq"
DONE = "[DONE]"
"""What APIs of OpenAI's kind send last; it can be no JSON value."""
_SELECTOR = "stream"


def is_stream(content_type: str) -> bool:
    """Tell whether a media type arrives piece by piece."""
    name = essence_of(content_type)
    return name == EVENT_STREAM or name in JSON_LINES or _is_sequence(name)


def _is_sequence(name: str) -> bool:
    """Tell whether a media type is a sequence of JSON texts, RFC 8091 included."""
    return name == JSON_SEQUENCE or name.endswith("+json-seq")


def selector(context: Context, operation: Operation, at: Pointer) -> Pointer | None:
    """Find the boolean request property that asks for a stream."""
    if operation.requestBody is None:
        return None
    place = at / "requestBody"
    body, place = context.description.follow(
        operation.requestBody,
        place,
        RequestBody,
    )
    for _, media_type, where in follow_content(context, body.content, place):
        schema = media_type.media_type_schema
        if schema is None:
            continue
        found = _boolean(context, schema, where / "schema")
        if found:
            return found
    return None


def _boolean(context: Context, schema: SchemaLike, at: Pointer) -> Pointer | None:
    for part in parts(context, schema, at):
        node = (part.schema.properties or {}).get(_SELECTOR)
        if node is None:
            continue
        place = part.at / "properties" / _SELECTOR
        property_, _ = context.follow(node, place)
        if "boolean" in type_names(property_):
            return place
    return None


def lower_stream(
    context: Context,
    content_type: str,
    media_type: MediaTypeObject,
    at: Pointer,
    owner: Owner,
    selected_by: Pointer | None,
) -> EventStream | JsonLines:
    """Return the stream that a media type describes."""
    if content_type != EVENT_STREAM:
        return lower_lines(context, content_type, media_type, at, owner)
    item, place, per_item = _item_schema(context, media_type, at)
    per_item = per_item or _is_event(context, item, place)
    events = _by_event(context, item, place, owner) if per_item else ()
    payload, place = _payload(context, item, place) if per_item else (item, place)
    event = Anything() if events else _lower(context, payload, place, owner)
    return EventStream(
        content_type=content_type,
        event=event,
        terminator=_terminator(media_type, selected_by),
        selected_by=selected_by.last if selected_by else None,
        by_event=events,
        preselected=_preselected(context, selected_by),
        at=at,
    )


def lower_lines(
    context: Context,
    content_type: str,
    media_type: MediaTypeObject,
    at: Pointer,
    owner: Owner,
) -> JsonLines:
    """Return the values, one a line, that a media type describes."""
    item, place, per_item = _item_schema(context, media_type, at)
    if not per_item and not _is_event(context, item, place):
        item, place = _line(context, item, place)
    type_ = _lower(context, item, place, owner)
    return JsonLines(content_type=content_type, item=type_, at=at)


def _preselected(context: Context, selected_by: Pointer | None) -> bool:
    if selected_by is None:
        return False
    node = context.description.at(selected_by, Schema)
    return isinstance(node, Schema) and node.default is True


def _lower(
    context: Context,
    schema: SchemaLike | None,
    at: Pointer,
    owner: Owner,
) -> Type:
    type_: Type = Anything()
    if schema is not None:
        type_ = lower_schema(context, schema, at, owner)
        type_ = asserted(context, schema, at, type_)
    # What is bytes as a whole body is text in an event or a line.
    return Primitive("string") if type_ == Primitive("string", "binary") else type_


def _item_schema(
    context: Context,
    media_type: MediaTypeObject,
    at: Pointer,
) -> tuple[SchemaLike | None, Pointer, bool]:
    """Return the schema of one item: `itemSchema` of 3.2, else `schema`.

    The third value says whether it describes whole events, as in 3.2, or only
    their data, as documents of 3.1 mean it.
    """
    item = (media_type.model_extra or {}).get("itemSchema")
    if isinstance(item, dict):
        place, value = at / "itemSchema", cast("dict[str, Any]", item)
        try:
            return as_schema(value), place, True
        except ValidationError as problem:
            context.problems += (
                replace(each, instead=ANYTHING.says)
                for each in describe(problem, value, place)
            )
            return None, place, True
    return media_type.media_type_schema, at / "schema", False


def _line(
    context: Context,
    schema: SchemaLike | None,
    at: Pointer,
) -> tuple[SchemaLike | None, Pointer]:
    """Return the schema of a line where `schema` describes all of them as an array."""
    if schema is None:
        return None, at
    target, place = context.follow(schema, at)
    if type_names(target) == ["array"] and target.items is not None:
        return target.items, place / "items"
    return schema, at


def as_schema(value: dict[str, Any]) -> SchemaLike:
    """Give the typed view to a schema where the 3.1 view does not expect one."""
    if "$ref" not in value:
        return Schema.model_validate(value)
    reference = SchemaReference.model_validate(value)
    return combined(reference) or reference


def _by_event(
    context: Context,
    item: SchemaLike | None,
    at: Pointer,
    owner: Owner,
) -> tuple[tuple[str, Type | None], ...]:
    """Read the types of events that their `event` field tells apart."""
    if item is None:
        return ()
    target, place = context.follow(item, at)
    shared = merge(context, target, place)
    keyword = "oneOf" if target.oneOf else "anyOf"
    found: list[tuple[str, Type | None]] = []
    for index, node in enumerate(target.oneOf or target.anyOf or ()):
        variant, where = context.follow(node, place / keyword / index)
        whole = merge(context, variant, where)
        name = _constant((whole.schema.properties or {}).get("event"))
        if name is None or not _is_envelope(whole.schema):
            return ()
        payload, where = _data(context, whole, shared)
        words = owner.child(name_of(name) or Name(("event",)))
        type_ = _lower(context, payload, where, words) if payload else None
        found.append((name, type_))
    return tuple(found)


def _is_event(context: Context, item: SchemaLike | None, at: Pointer) -> bool:
    """Tell whether a 3.1 schema means events and not their data, as 3.2 does."""
    if item is None:
        return False
    target, place = context.follow(item, at)
    variants = [*(target.oneOf or ()), *(target.anyOf or ())] or [target]
    wholes = [merge(context, *context.follow(each, place)).schema for each in variants]
    return all(
        "data" in (whole.properties or {}) and _is_envelope(whole) for whole in wholes
    )


def _is_envelope(schema: Schema) -> bool:
    """Tell whether a schema describes a whole event, and not what it carries."""
    return set(schema.properties or ()) <= {"data", "event", "id", "retry"}


def _constant(schema: SchemaLike | None) -> str | None:
    if isinstance(schema, Schema):
        values = [schema.const] if schema.const is not None else schema.enum or []
        if len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return None


def _payload(
    context: Context,
    item: SchemaLike | None,
    at: Pointer,
) -> tuple[SchemaLike | None, Pointer]:
    """Return what `data` holds where a schema describes whole events."""
    if item is None:
        return None, at
    target, place = context.follow(item, at)
    whole = merge(context, target, place)
    if "data" not in (whole.schema.properties or {}):
        return item, at
    return _data(context, whole) if _is_envelope(whole.schema) else (item, at)


def _data(
    context: Context,
    event: Merged,
    shared: Merged | None = None,
) -> tuple[SchemaLike | None, Pointer]:
    """Return the schema of what `data` holds, looked through its encoding as text.

    `shared` is what all events have in common, and one of them refines.
    """
    node = (event.schema.properties or {}).get("data")
    base = (shared.schema.properties or {}).get("data") if shared else None
    if node is None or shared is None or base is None:
        owner = event if node is not None or shared is None else shared
        return _decoded(context, node or base, owner)
    data, _ = context.follow(node, event.place("data"))
    if data.contentSchema is not None or base == node:
        return _decoded(context, node, event)
    both = Schema.model_construct({"allOf"}, allOf=[base, node])
    return both, event.place("data")


def _decoded(
    context: Context,
    node: SchemaLike | None,
    owner: Merged,
) -> tuple[SchemaLike | None, Pointer]:
    if node is None:
        return None, Pointer()
    at = owner.place("data")
    data, place = context.follow(node, at)
    if data.contentSchema is None:
        return node, at
    return data.contentSchema, place / "contentSchema"


def _terminator(media_type: MediaTypeObject, selected_by: Pointer | None) -> str | None:
    extensions = media_type.model_extra or {}
    for key in ("x-clientsmith-terminator", "x-speakeasy-sse-sentinel"):
        terminator = extensions.get(key)
        if isinstance(terminator, str):
            return terminator
    return DONE if selected_by else None
