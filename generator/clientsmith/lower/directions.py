"""Which schemas travel in requests, which in responses, and which in both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from clientsmith.ir import (
    Binary,
    Content,
    Declaration,
    Direction,
    EventStream,
    JsonLines,
    MediaType,
    Operation,
    Type,
    Webhook,
    references,
    uses,
)
from clientsmith.pointer import Pointer

_WAYS = {
    (False, False): Direction.NONE,
    (True, False): Direction.REQUEST,
    (False, True): Direction.RESPONSE,
    (True, True): Direction.BOTH,
}
"""Which way something travels that is sent, and that is received."""


def find_directions(
    operations: Collection[Operation],
    webhooks: Collection[Webhook],
    declarations: Mapping[Pointer, Declaration],
) -> dict[Pointer, Direction]:
    """Follow every reference from operations and webhooks to what it reaches.

    What a webhook sends is received here, and what it is answered is sent.
    """
    requests = [
        *(type_ for operation in operations for type_ in sent(operation)),
        *(type_ for webhook in webhooks for type_ in answers(webhook)),
    ]
    responses = [
        *(type_ for operation in operations for type_ in received(operation)),
        *(type_ for webhook in webhooks for type_ in payloads(webhook)),
    ]
    sending = _reached(requests, declarations)
    receiving = _reached(responses, declarations)
    return {at: _WAYS[at in sending, at in receiving] for at in declarations}


def sent(operation: Operation) -> list[Type]:
    """List the types of what an operation sends."""
    types = [parameter.type for parameter in operation.parameters]
    if operation.request_body:
        types += _types(operation.request_body.content)
    return types


def received(operation: Operation) -> list[Type]:
    """List the types of what an operation may be answered."""
    contents = (response.content for response in operation.responses)
    types = [type_ for content in contents for type_ in _types(content)]
    headers = (one for response in operation.responses for one in response.headers)
    return [*types, *(header.type for header in headers)]


def payloads(webhook: Webhook) -> list[Type]:
    """List the types of what a webhook sends."""
    return _types([webhook.payload] if webhook.payload else [])


def answers(webhook: Webhook) -> list[Type]:
    """List the types of what a webhook may be answered."""
    contents = (response.content for response in webhook.responses)
    return [type_ for content in contents for type_ in _types(content)]


def _types(contents: Iterable[Content]) -> list[Type]:
    found: list[Type] = []
    for content in contents:
        match content:
            case MediaType(type=type_) | JsonLines(item=type_):
                found.append(type_)
            case EventStream(event=event, by_event=by_event):
                found += [event, *(type_ for _, type_ in by_event if type_)]
            case Binary():
                pass
    return found


def _reached(
    types: Iterable[Type], declarations: Mapping[Pointer, Declaration]
) -> set[Pointer]:
    """List the declarations that types lead to."""
    found: set[Pointer] = set()
    pending = [pointer for type_ in types for pointer in references(type_)]
    while pending:
        pointer = pending.pop()
        if pointer not in found:
            found.add(pointer)
            pending += uses(declarations[pointer])
    return found
