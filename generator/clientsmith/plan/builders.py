"""Request builders: the facts of each operation, once."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import Api, EventStream, JsonLines, Operation

from .annotations import Annotation
from .answers import (
    Answer,
    Events,
    documented_redirects,
    errors_argument,
    failures,
    streams_of,
)
from .casing import named
from .code import Code, code, join, literal
from .facts import Facts, call
from .hosts import own_server
from .idempotency import takes_fresh_key
from .imports import Import
from .requirements import written
from .sending import body_argument
from .written import write_path, write_places, write_whole_query


class Built(Struct, frozen=True):
    """The keyword arguments of a request, and the functions that make them."""

    arguments: tuple[Code, ...]
    functions: frozenset[Import]
    models: frozenset[Import]


def plain_request(facts: Facts, answer: Answer, headers: Import | None) -> Built:
    """Plan the request that is answered by one value, beside headers that are typed."""
    accept = [code("accept={}", literal(answer.accept))] if answer.accept else []
    fixed: dict[str | None, object] = {
        stream.selected_by: False for stream in _selectors(facts) if stream.preselected
    }
    needed = answer.annotation
    if headers:
        accept.append(code("response_headers={}", named(headers.name)))
        needed = Annotation(needed.text, needed.imports | {headers})
    return _request(facts, needed, answer.returns, fixed, accept, set())


def stream_request(
    facts: Facts,
    stream: EventStream | JsonLines,
    events: Events,
) -> Built:
    """Plan the request that is answered by a stream."""
    extra: list[Code] = []
    fixed: dict[str | None, object] = {}
    functions: set[Import] = set()
    if isinstance(stream, JsonLines):
        extra += _lines(facts, stream, functions)
    else:
        if stream.selected_by:
            fixed[stream.selected_by] = True
        if stream.terminator is not None:
            extra.append(code("terminator={}", literal(stream.terminator)))
        if events.by_event:
            extra.append(_by_event(events))
        if _resumes(facts.operation):
            extra.append(code("resumes=True"))
    named = (annotation.imports for _, annotation in events.by_event)
    needed = Annotation(events.annotation.text, events.annotation.imports.union(*named))
    return _request(facts, needed, events.returns, fixed, extra, functions)


def _resumes(operation: Operation) -> bool:
    """Tell whether a stream goes on after the event that a header names.

    https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header
    """
    return any(
        each.location == "header" and each.name.lower() == "last-event-id"
        for each in operation.parameters
    )


def _lines(facts: Facts, stream: JsonLines, functions: set[Import]) -> list[Code]:
    """Say what cuts the lines; the server chooses among several ways."""
    names = [each.content_type for each in streams_of(facts.operation)]
    way = "json_seq" if stream.content_type.endswith("json-seq") else "json_lines"
    return [
        code("lines={}", call(facts, functions, "json_lines", way)),
        code("accept={}", literal(", ".join(names))),
    ]


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
    functions: set[Import],
) -> Built:
    operation = facts.operation
    found = failures(operation, facts.names.refer)
    arguments = [
        code("operation={}", literal(facts.called)),
        code("method={}", literal(operation.method)),
        code("path={}", write_path(facts, functions)),
        *write_whole_query(facts, functions),
        *write_places(facts, functions),
        *body_argument(facts, fixed, functions),
        code("returns={}", returns.text),
    ]
    if found:
        arguments.append(code("errors={}", errors_argument(found)))
    if takes_fresh_key(operation):
        key = call(facts, functions, "idempotency", "fresh_key")
        arguments.append(code("make_key={}", key))
    arguments += [*_settings(facts.names.api, operation), *extra]
    models = annotation.imports.union(*(failed.imports for _, failed in found))
    models |= returns.imports
    return Built(tuple(arguments), frozenset(functions), models)


def _settings(api: Api, operation: Operation) -> list[Code]:
    settings: list[Code] = []
    if operation.idempotent is not None:
        settings.append(code("idempotent={}", literal(operation.idempotent)))
    if operation.security is not None:
        settings.append(code("security={}", written(operation.security)))
    if (server := own_server(api, operation)) is not None:
        settings.append(code("server={}", literal(server)))
    if redirects := documented_redirects(operation):
        settings.append(code("redirects={}", literal(redirects)))
    return settings
