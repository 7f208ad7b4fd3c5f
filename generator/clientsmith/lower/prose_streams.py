"""Streams that only prose mentions: what asks for them is described, they are not.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Operation, Schema

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.ir import (
    AliasSchema,
    Anything,
    Binary,
    Content,
    EventStream,
    MediaType,
    Parameter,
    Reference,
    Response,
    Type,
    Union,
    Variant,
    inmost,
    is_json,
    name_at,
    name_of,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import members

from .context import Context
from .streams import DONE, EVENT_STREAM

_PROSE = re.compile(
    r"server[- ]sent events?|\bSSE\b|event[- ]stream|\bstream(s|ed|ing)?\b",
    re.IGNORECASE,
)
_CALLED = frozenset({"chunk", "chunks", "stream", "streamed", "streaming"})
_NOT = frozenset({"no", "non", "not"})
_MOST = 4
"""How many schemas are named that could be meant."""


def with_stream(
    context: Context,
    operation: Operation,
    at: Pointer,
    selected_by: Pointer,
    responses: list[Response],
) -> list[Response]:
    """Add a stream to the first response that means success, if words speak of one.

    Where one variant of that response is called a stream, the events are of its type,
    and the answer is what is left. The hint shows the overlay that says it for sure.
    """
    node = context.description.at(selected_by, Schema)
    property_, _ = context.follow(node, selected_by)
    told = property_.description or operation.description or operation.summary or ""
    if not _PROSE.search(told):
        return responses
    for index, response in enumerate(responses):
        if response.status.startswith("2"):
            added = _streaming(context, response, at, selected_by)
            return [*responses[:index], added, *responses[index + 1 :]]
    return responses


def _streaming(
    context: Context, response: Response, at: Pointer, selected_by: Pointer
) -> Response:
    event: Type = Anything()
    content = list(response.content)
    for index, one in enumerate(content):
        found = _apart(context, one.type) if isinstance(one, MediaType) else None
        if found and isinstance(one, MediaType):
            content[index] = replace(one, type=found[0])
            event = found[1]
            break
    context.problems.append(_report(context, event, at, selected_by, response.status))
    stream = EventStream(
        content_type=EVENT_STREAM,
        event=event,
        terminator=DONE,
        selected_by=selected_by.last,
        at=selected_by,
    )
    return replace(response, content=(*content, stream))


def _apart(context: Context, type_: Type) -> tuple[Type, Type] | None:
    """Tell an answer from the events beside it, if one of both is called a stream."""
    while isinstance(type_ := inmost(type_), Reference):
        declaration = context.declarations[type_.to]
        if not isinstance(declaration, AliasSchema):
            return None
        type_ = declaration.type
    match type_:
        case Union(variants=(Variant(type=one), Variant(type=other))):
            pass
        case _:
            return None
    if _is_called_stream(one) is _is_called_stream(other):
        return None
    return (other, one) if _is_called_stream(one) else (one, other)


def _is_called_stream(type_: Type) -> bool:
    found = inmost(type_)
    return isinstance(found, Reference) and _says_stream(name_at(found.to).lower.words)


def _says_stream(words: tuple[str, ...]) -> bool:
    return any(
        word in _CALLED and (not index or words[index - 1] not in _NOT)
        for index, word in enumerate(words)
    )


def _report(
    context: Context, event: Type, at: Pointer, selected_by: Pointer, status: str
) -> Diagnostic:
    """Say what its events are taken for, and what would say it for sure."""
    if isinstance(found := inmost(event), Reference):
        taken, names = f"taken for `{found.to.last}`, by its name", [found.to.last]
    else:
        taken, names = "plain JSON values", _candidates(context, at)
    target = _path(at)
    others = f", or {', '.join(names[1:_MOST])}" if names[1:] else ""
    schema = names[0] if names else "…"
    return hint(
        "stream-untyped",
        f"only prose says that this streams; its events are {taken}",
        selected_by,
        hint=f"say it with an overlay, in `actions`{others}",
        paste=(
            f"- target: \"{target}.responses['{status}'].content\"",
            "  update:",
            "    text/event-stream:  # or application/x-ndjson",
            f'      schema: {{$ref: "#/components/schemas/{schema}"}}',
        ),
    )


def report_endless(
    context: Context,
    parameters: Iterable[Parameter],
    responses: Iterable[Response],
    at: Pointer,
) -> None:
    """Report a parameter that makes a stream of what is described as one value.

    A call would wait for its end.
    """
    for parameter in parameters:
        if parameter.name != "stream" or parameter.location != "query":
            continue
        succeeded = (one for one in responses if one.status.startswith("2"))
        content = [each for one in succeeded for each in one.content]
        is_one = all(isinstance(each, MediaType | Binary) for each in content)
        if is_one and any(_is_json(each) for each in content):
            context.problems.append(_endless(context, parameter, at))


def _is_json(content: Content) -> bool:
    return isinstance(content, MediaType) and is_json(content.content_type)


def _endless(context: Context, parameter: Parameter, at: Pointer) -> Diagnostic:
    is_usual = parameter.default is not None and parameter.default.value is True
    when = "unless `stream` is false" if is_usual else "if `stream` is true"
    if context.description.version.startswith("2"):
        target, update = _path(at), "produces: [application/x-ndjson]"
    else:
        target = f"{_path(at)}.responses['200'].content"
        update = "application/x-ndjson: {schema: …}"
    return hint(
        "stream-untyped",
        f"this streams {when}, and is described as one value: a call that streams "
        "waits for an end that does not come",
        parameter.at,
        hint="call it with `stream=False`, or say with an overlay, in `actions`, that "
        "there are many",
        paste=(f'- target: "{target}"', "  update:", f"    {update}"),
    )


def _path(at: Pointer) -> str:
    """Write a pointer as a JSONPath."""
    return "$" + "".join(
        f".{step}" if step.isidentifier() else f"['{step}']" for step in at.steps
    )


def _candidates(context: Context, at: Pointer) -> list[str]:
    """List the schemas that are called streams, those first that the path names."""
    components = members(members(context.description.value).get("components"))
    called = [
        each
        for each in members(components.get("schemas"))
        if _says_stream(name_of(each).lower.words)
    ]
    path = {word for step in at.steps for word in name_of(step).lower.words}
    return sorted(called, key=lambda each: -len(path & {*name_of(each).lower.words}))
