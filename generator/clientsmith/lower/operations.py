"""Operations: what can be asked, by path and method.

https://spec.openapis.org/oas/v3.1.1.html#operation-object
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Operation as OperationObject
from openapi_pydantic.v3.v3_1 import PathItem, Reference

from clientsmith.ir import (
    Calling,
    EventStream,
    JsonLines,
    Name,
    Operation,
    Response,
    SecurityScheme,
    name_of,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import operations_of

from .answers import lists
from .context import Context
from .markdown import as_markdown
from .naming import Called, Place, name_operations, wish_of
from .parameters import lower_parameters
from .prose_streams import report_endless, with_stream
from .request_bodies import lower_request_body
from .responses import lower_response
from .security import lower_requirements
from .servers import lower_servers
from .statuses import by_status
from .streams import selector
from .tags import Tags, read_tags

_Item: TypeAlias = tuple[PathItem, Pointer]
_Found: TypeAlias = tuple[str, str, _Item, tuple[OperationObject, Pointer]]


def lower_operations(
    context: Context,
    schemes: tuple[SecurityScheme, ...],
) -> tuple[Operation, ...]:
    """Lower every operation of the description's paths."""
    found = list(find_operations(context))
    tags = read_tags(context)
    places = [
        _place(context, path, method, (node, at), tags)
        for path, method, _, (node, at) in found
    ]
    naming = name_operations(places)
    context.groups |= naming.groups
    context.unconfigured |= _unconfigured(
        context, [at for *_, (_, at) in found], places
    )
    return tuple(
        _lower(context, entry, names, schemes)
        for entry, names in zip(found, naming.called, strict=True)
    )


def _unconfigured(
    context: Context, operations: Sequence[Pointer], places: Sequence[Place]
) -> dict[Pointer, Calling]:
    """Name operations as if the configuration named none, if it does."""
    if context.configured.keys().isdisjoint(operations):
        return {}
    plain = [
        replace(place, name=None, override=None) if at in context.configured else place
        for at, place in zip(operations, places, strict=True)
    ]
    called = name_operations(plain).called
    return {
        at: Calling(one.resource, (one.name, *one.longer))
        for at, one in zip(operations, called, strict=True)
    }


def find_operations(context: Context) -> Iterator[_Found]:
    """Yield path, method, path item and operation, in an order of their own."""
    for path, item, at in find_path_items(context):
        for method, operation in operations_in(context, item, at):
            yield path, method, (item, at), operation


def operations_in(
    context: Context, item: PathItem, at: Pointer
) -> Iterator[tuple[str, tuple[OperationObject, Pointer]]]:
    """Yield the operations of a path item by method.

    The typed view knows only the methods of 3.1.
    """
    for method, place in operations_of(context.description.lookup(at), at):
        known: object = getattr(item, place.last, None)
        if place.parent == at and isinstance(known, OperationObject):
            yield method, (known, place)
        else:
            yield method, (context.description.view(place, OperationObject), place)


def find_path_items(context: Context) -> Iterator[tuple[str, PathItem, Pointer]]:
    """Yield each path with its item, and where that is."""
    root = context.description.root / "paths"
    for path, raw in sorted((context.description.openapi.paths or {}).items()):
        node = Reference.model_validate({"$ref": raw.ref}) if raw.ref else raw
        yield path, *context.description.follow(node, root / path, PathItem)


def _place(
    context: Context,
    path: str,
    method: str,
    operation: tuple[OperationObject, Pointer],
    tags: Tags,
) -> Place:
    node, at = operation
    tag = tags.of(node.tags or [])
    extensions: dict[str, Any] = node.model_extra or {}
    resource = extensions.get("x-clientsmith-resource")
    dotted, _, name = context.given.get(at, "").rpartition(".")
    resource = dotted or resource
    return Place(
        method=method.lower(),
        path=path,
        operation_id=node.operationId,
        tag=tag,
        above=tags.above(tag) if tag else (),
        summary=node.summary or "",
        override=_resource(resource) if isinstance(resource, str) else None,
        name=name_of(name) or None,
        wish=wish_of(extensions),
        lists=lists(context, node, at, path),
    )


def _resource(dotted: str) -> tuple[Name, ...]:
    return tuple(name_of(part) for part in dotted.split(".") if part)


def _lower(
    context: Context,
    found: _Found,
    called: Called,
    schemes: tuple[SecurityScheme, ...],
) -> Operation:
    path, method, item, (node, at) = found
    extensions: dict[str, Any] = node.model_extra or {}
    security = node.security
    parameters = lower_parameters(context, path, item, (node, at), called)
    request_body = lower_request_body(context, node, at, called)
    responses = _responses(context, node, at, called)
    report_endless(context, parameters, responses, at)
    return Operation(
        name=called.name,
        longer=called.longer,
        given=called.given,
        resource=called.resource,
        noun=called.noun,
        method=method,
        path=path,
        operation_id=node.operationId,
        parameters=parameters,
        request_body=request_body,
        responses=responses,
        security=(None if security is None else lower_requirements(security, schemes)),
        servers=lower_servers(node.servers or item[0].servers or (), context.address),
        docs=docs_of(node),
        deprecated=bool(node.deprecated),
        idempotent=extensions.get("x-clientsmith-idempotent"),
        at=at,
    )


def docs_of(node: OperationObject) -> str:
    """Put the summary before the description, unless it only repeats the start."""
    summary, description = (
        (node.summary or "").strip(),
        as_markdown(node.description).strip(),
    )
    if not summary or not description:
        return summary or description
    if description.lower().startswith(summary.rstrip(".").lower()):
        return description
    if len(summary.split()) <= _TITLE_WORDS and not summary.endswith("."):
        return description
    return f"{summary}\n\n{description}"


_TITLE_WORDS = 4


def _responses(
    context: Context,
    node: OperationObject,
    at: Pointer,
    called: Called,
) -> tuple[Response, ...]:
    selected_by = selector(context, node, at)
    responses = [
        lower_response(
            context,
            status,
            raw,
            place,
            called,
            selected_by,
        )
        for status, raw, place in by_status(node.responses, at)
    ]
    if selected_by and not _streams(responses):
        responses = with_stream(context, node, at, selected_by, responses)
    return tuple(responses)


def _streams(responses: list[Response]) -> bool:
    return any(
        isinstance(content, EventStream | JsonLines)
        for response in responses
        for content in response.content
    )
