"""Request builders: the facts of each operation, once."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import EventStream, JsonLines, MediaType, Operation

from .annotations import Annotation
from .answers import Answer, Events, errors_argument, failures
from .code import Code, code, join, literal
from .facts import Facts, call, given
from .forms import FORM, encoding_arguments
from .imports import Import
from .nulls import takes_null
from .written import write_path, write_places, write_whole_query


class Built(Struct, frozen=True):
    """The keyword arguments of a request, and the functions that make them."""

    arguments: tuple[Code, ...]
    functions: frozenset[Import]
    models: frozenset[Import]


def plain_request(facts: Facts, answer: Answer) -> Built:
    """Plan the request that is answered by one value."""
    accept = [code("accept={}", literal(answer.accept))] if answer.accept else []
    fixed: dict[str | None, object] = {
        stream.selected_by: False for stream in _selectors(facts) if stream.preselected
    }
    return _request(facts, answer.annotation, answer.returns, fixed, accept)


def stream_request(
    facts: Facts,
    stream: EventStream | JsonLines,
    events: Events,
) -> Built:
    """Plan the request that is answered by a stream."""
    extra: list[Code] = []
    fixed: dict[str | None, object] = {}
    if isinstance(stream, JsonLines):
        extra.append(Code('framing="json-lines"'))
        extra.append(code("accept={}", literal(stream.content_type)))
    else:
        if stream.selected_by:
            fixed[stream.selected_by] = True
        if stream.terminator is not None:
            extra.append(code("terminator={}", literal(stream.terminator)))
        if events.by_event:
            extra.append(_by_event(events))
    named = (annotation.imports for _, annotation in events.by_event)
    needed = Annotation(events.annotation.text, events.annotation.imports.union(*named))
    return _request(facts, needed, events.returns, fixed, extra)


def _selectors(facts: Facts) -> list[EventStream]:
    return [
        content
        for response in facts.operation.responses
        for content in response.content
        if isinstance(content, EventStream) and content.selected_by
    ]


def _by_event(events: Events) -> Code:
    pairs = [
        code("{}: {}", literal(name), annotation.text)
        for name, annotation in events.by_event
    ]
    return code("events={{{}}}", join(", ", pairs))


def _request(
    facts: Facts,
    annotation: Annotation,
    returns: Annotation,
    fixed: dict[str | None, object],
    extra: list[Code],
) -> Built:
    operation = facts.operation
    functions: set[Import] = set()
    found = failures(operation, facts.names.refer)
    arguments = [
        code("operation={}", literal(facts.called)),
        code("method={}", literal(operation.method)),
        code("path={}", write_path(facts, functions)),
        *write_whole_query(facts, functions),
        *write_places(facts, functions),
        *_body(facts, fixed, functions),
        code("returns={}", returns.text),
    ]
    if found:
        arguments.append(code("errors={}", errors_argument(found)))
    arguments += [*_settings(operation), *extra]
    models = annotation.imports.union(*(failed.imports for _, failed in found))
    models |= returns.imports
    return Built(tuple(arguments), frozenset(functions), models)


def _settings(operation: Operation) -> list[Code]:
    settings: list[Code] = []
    if operation.idempotent is not None:
        settings.append(code("idempotent={}", literal(operation.idempotent)))
    if operation.security is not None:
        settings.append(code("security={}", literal(operation.security)))
    if operation.servers:
        settings.append(code("server={}", literal(operation.servers[0])))
    return settings


def _body(
    facts: Facts,
    fixed: dict[str | None, object],
    functions: set[Import],
) -> list[Code]:
    arguments = facts.arguments
    if arguments.body is None:
        return []
    kind = arguments.body_kind
    if arguments.flattened:
        return [_flattened(facts, fixed, functions)]
    module, function = _WHOLE.get(kind or "", ("body", "binary_body"))
    called = call(facts, functions, module, function)
    body = next(one for one in arguments.keywords if one.place == "body")
    value = given(facts, body)
    more = [*_media_type(facts, function), *_encoding(facts, functions)]
    if body.required:
        return [code("body={}({})", called, join(", ", [value, *more]))]
    content = Code("_content" if "content" in facts.hidden else "content")
    made = code("{}({})", called, join(", ", [content, *more]))
    return [code("body=({} if ({} := {}) is not None else None)", made, content, value)]


_WHOLE = {
    "form": ("forms", "form_value"),
    "json": ("body", "json_value"),
    "text": ("body", "text_body"),
}
"""What makes a body of a value that is one argument."""
_MEDIA_TYPES = {
    "json_body": "application/json",
    "json_value": "application/json",
    "form_body": FORM,
    "form_value": FORM,
    "binary_body": "application/octet-stream",
}


def _media_type(facts: Facts, function: str) -> list[Code]:
    body = facts.arguments.body
    if body is None or body.content_type == _MEDIA_TYPES.get(function):
        return []
    return [code("media_type={}", literal(body.content_type))]


def _encoding(facts: Facts, functions: set[Import]) -> list[Code]:
    body = facts.arguments.body
    if facts.arguments.body_kind != "form" or not isinstance(body, MediaType):
        return []
    return encoding_arguments(facts, body.encoding, body.type, functions)


def _flattened(
    facts: Facts,
    fixed: dict[str | None, object],
    functions: set[Import],
) -> Code:
    """Say which of the keywords make up the body, as briefly as it can be said."""
    keywords = facts.arguments.keywords
    is_form = facts.arguments.body_kind == "form"
    module, function = ("forms", "form_body") if is_form else ("body", "json_body")
    called = call(facts, functions, module, function)
    body = [one for one in keywords if one.place == "body"]
    renamed = {one.name: one.wire_name for one in body if one.name != one.wire_name}
    others = tuple(one.name for one in keywords if one.place != "body")
    nullable = tuple(
        one.name
        for one in body
        if takes_null(facts.names.api, one.type, required=one.required)
    )
    parts = [facts.arguments.gathered if keywords else Code("{}")]
    if renamed:
        parts.append(code("renamed={}", literal(renamed)))
    if fixed:
        parts.append(code("fixed={}", literal(fixed)))
    if others:
        parts.append(code("without={}", literal(others)))
    if nullable and function == "json_body":
        parts.append(code("nullable={}", literal(nullable)))
    parts += [*_media_type(facts, function), *_encoding(facts, functions)]
    return code("body={}({})", called, join(", ", parts))
