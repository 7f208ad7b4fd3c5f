"""Webhooks and callbacks: requests that an API makes, and somebody else answers.

https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks and
https://spec.openapis.org/oas/v3.1.1.html#callback-object
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from openapi_pydantic.v3.v3_1 import MediaType as MediaTypeObject
from openapi_pydantic.v3.v3_1 import Operation as OperationObject
from openapi_pydantic.v3.v3_1 import PathItem
from openapi_pydantic.v3.v3_1 import RequestBody as RequestBodyObject

from clientsmith.diagnostics import hint, warning
from clientsmith.ir import (
    Anything,
    Binary,
    Callback,
    MediaType,
    Name,
    Primitive,
    Webhook,
    is_json,
    is_text,
    name_of,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import members, reference_of

from .checks import asserted
from .context import Context
from .media_types import follow_content
from .naming import Called
from .operations import docs_of, find_operations, operations_in
from .owner import Owner
from .parameters import lower_parameters
from .responses import lower_response
from .schemas import lower_schema
from .statuses import by_status

_Item: TypeAlias = tuple[PathItem, Pointer]
_WEBHOOK = Name(("webhook",))
_CALLBACK = Name(("callback",))
_EVENT = Name(("event",))
EVENT = "x-clientsmith-event"
"""What a header or a property calls a webhook."""
_FORM = "application/x-www-form-urlencoded"


def lower_webhooks(context: Context) -> tuple[Webhook, ...]:
    """Lower every webhook, also those that 3.0 has as an extension."""
    return tuple(
        _lower(context, key, item, operation, _WEBHOOK)
        for key, item in _webhooks(context)
        for operation in operations_in(context, *item)
    )


def lower_callbacks(context: Context) -> tuple[Callback, ...]:
    """Lower the callbacks of every operation, and of what these are in turn."""
    pending = [operation for _, _, _, operation in find_operations(context)]
    for _, item in _webhooks(context):
        pending += [found for _, found in operations_in(context, *item)]
    found: dict[Pointer, Callback] = {}
    for node, at in pending:
        for key, expression, item in _callbacks(context, node, at):
            for method, operation in operations_in(context, *item):
                if operation[1] in found:
                    continue
                webhook = _lower(context, key, item, (method, operation), _CALLBACK)
                made = Callback(webhook=webhook, expression=expression, operation=at)
                found[operation[1]] = made
                pending.append(operation)
    return tuple(found.values())


def _webhooks(context: Context) -> Iterator[tuple[str, _Item]]:
    """Yield each webhook by its name, in an order of its own."""
    root = context.description.root
    named = members(context.description.value)
    places = {
        key: root / holder / key
        for holder in ("x-webhooks", "webhooks")
        for key in members(named.get(holder))
    }
    for key, at in sorted(places.items()):
        try:
            node = context.description.at(at, PathItem)
            yield key, context.description.follow(node, at, PathItem)
        except LookupError:
            _report_invalid(context, key, at)


def _report_invalid(context: Context, key: str, at: Pointer) -> None:
    """Say that an extension does not hold what it is known for."""
    if at in context.mentioned:
        return
    context.mentioned.add(at)
    context.opaque.add(at)
    context.problems.append(
        warning(
            "webhook-invalid",
            f"`{key}` is not a Path Item Object",
            at,
            hint="nothing is generated for it",
        ),
    )


def _callbacks(
    context: Context, node: OperationObject, at: Pointer
) -> Iterator[tuple[str, str, _Item]]:
    """Yield name, expression and path item of what an operation asks for."""
    for key in sorted(node.callbacks or {}):
        place = _entered(context, at / "callbacks" / key)
        for expression in sorted(members(context.description.lookup(place))):
            if expression.startswith("x-"):
                continue
            where = place / expression
            item = context.description.at(where, PathItem)
            yield key, expression, context.description.follow(item, where, PathItem)


def _entered(context: Context, at: Pointer) -> Pointer:
    """Return where a callback is described: the typed view has no class for it."""
    reference = reference_of(context.description.lookup(at))
    while reference is not None:
        at = context.description.pointer(reference)
        reference = reference_of(context.description.lookup(at))
    return at


def _lower(
    context: Context,
    key: str,
    item: _Item,
    found: tuple[str, tuple[OperationObject, Pointer]],
    kind: Name,
) -> Webhook:
    method, (node, at) = found
    name = name_of(key) or kind
    event = (node.model_extra or {}).get(EVENT)
    called = Called(resource=(), name=kind, noun=name)
    return Webhook(
        key=key,
        name=name,
        event=event if isinstance(event, str) else "",
        method=method,
        parameters=lower_parameters(context, "", item, (node, at), called),
        payload=_payload(context, node, at, name, kind),
        responses=tuple(
            lower_response(context, status, raw, place, called, None)
            for status, raw, place in by_status(node.responses, at)
        ),
        docs=docs_of(node),
        deprecated=bool(node.deprecated),
        at=at,
    )


def _payload(
    context: Context, node: OperationObject, at: Pointer, name: Name, kind: Name
) -> MediaType | Binary | None:
    """Return what is sent, as JSON if it may be."""
    if node.requestBody is None:
        return None
    body, place = context.description.follow(
        node.requestBody, at / "requestBody", RequestBodyObject
    )
    found = list(follow_content(context, body.content, place))
    found.sort(key=lambda each: not is_json(each[0]))
    for content_type, _, where in found[1:]:
        context.problems.append(
            hint(
                "media-type-unused",
                f"payloads are read as `{found[0][0]}`, never as `{content_type}`",
                where,
                hint="have the API send the first of them",
            ),
        )
    for content_type, media_type, where in found[:1]:
        return _content(context, content_type, media_type, where, _names(name, kind))
    return None


def _names(name: Name, kind: Name) -> tuple[Name, ...]:
    """Return what a payload without a name may be called: an event, at first."""
    return tuple(dict.fromkeys((name + _EVENT, name + kind, name + kind + _EVENT)))


def _content(
    context: Context,
    content_type: str,
    media_type: MediaTypeObject,
    at: Pointer,
    names: tuple[Name, ...],
) -> MediaType | Binary:
    if not is_json(content_type):
        return _not_json(context, content_type, at)
    schema = media_type.media_type_schema
    if schema is None:
        return MediaType(content_type=content_type, type=Anything(), at=at)
    place = at / "schema"
    type_ = lower_schema(context, schema, place, Owner(names[0], place, names[1:]))
    told = asserted(context, schema, place, type_)
    return MediaType(content_type=content_type, type=told, at=at)


def _not_json(context: Context, content_type: str, at: Pointer) -> MediaType | Binary:
    """Give what is not JSON as it is."""
    text = is_text(content_type) or content_type.startswith(_FORM)
    context.opaque.add(at)
    context.problems.append(
        warning(
            "webhook-content",
            f"`{content_type}` is not read; payloads are {'text' if text else 'bytes'}",
            at,
            hint="they can be verified, but are not typed",
        ),
    )
    if not text:
        return Binary(content_type=content_type, at=at)
    return MediaType(content_type=content_type, type=Primitive("string"), at=at)
