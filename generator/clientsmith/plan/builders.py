"""Request builders: the facts of each operation, once."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import (
    EventStream,
    JsonLines,
    Operation,
    Parameter,
)

from .annotations import Annotation
from .answers import Answer, Events, errors_argument, failures
from .casing import named
from .code import Code, code, identifier, is_identifier, join, literal
from .facts import Facts, call, given
from .imports import Import
from .sending import FORM, body_argument
from .taken import Taken

_STYLES = {
    "simple": "simple",
    "label": "label",
    "matrix": "matrix",
    "form": "form",
    "spaceDelimited": "space_delimited",
    "pipeDelimited": "pipe_delimited",
    "deepObject": "deep_object",
}
_EXPLODED = frozenset({"cookie", "form"})
"""Styles whose functions explode unless told not to."""
_MAY_RESERVE = frozenset({"deep_object", "form", "simple"})
"""Functions that can leave reserved characters as they are."""


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
        code("path={}", _path(facts, functions)),
        *_whole_query(facts, functions),
        *_places(facts, functions),
        *body_argument(facts, fixed, functions),
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


def _path(facts: Facts, functions: set[Import]) -> Code:
    template = literal(facts.operation.path)
    if not facts.arguments.positional:
        return template
    expand = call(facts, functions, "parameters", "expand_path")
    values: list[Code] = []
    for one in facts.arguments.positional:
        text = _styled(facts, one, named(one.name), functions)
        if is_identifier(one.wire_name):
            values.append(code("{}={}", identifier(one.wire_name), text))
        else:
            values.append(code("**{{{}: {}}}", literal(one.wire_name), text))
    return code("{}({}, {})", expand, template, join(", ", values))


_PLACES = {
    "query": ("query", "query_string"),
    "header": ("headers", "header_fields"),
    "cookie": ("cookies", "cookie_string"),
}


def _places(facts: Facts, functions: set[Import]) -> list[Code]:
    found: list[Code] = []
    for place, (keyword, function) in _PLACES.items():
        group = [one for one in facts.arguments.keywords if one.place == place]
        if not group:
            continue
        called = call(facts, functions, "parameters", function)
        values = [_styled(facts, one, given(facts, one), functions) for one in group]
        found.append(code("{}={}({})", named(keyword), called, join(", ", values)))
    return found


def _whole_query(facts: Facts, functions: set[Import]) -> list[Code]:
    """Write the one parameter that is the query, as its media type says."""
    found: list[Code] = []
    for one in facts.arguments.keywords:
        if one.place == "querystring" and one.parameter is not None:
            essence = (one.parameter.content_type or "").partition(";")[0].lower()
            module, function = "parameters", "simple"
            if essence == FORM:
                module, function = "query", "form_query"
            elif essence.endswith(("/json", "+json")):
                module, function = "query", "json_query"
            called = call(facts, functions, module, function)
            found.append(code("query={}({})", called, given(facts, one)))
    return found


def _styled(facts: Facts, one: Taken, value: Code, functions: set[Import]) -> Code:
    parameter = one.parameter
    if parameter is None:
        raise TypeError(f"{one.name} is not a parameter")
    function = _function(parameter)
    called = call(facts, functions, "parameters", function)
    parts = [value]
    if one.place != "path" or parameter.style == "matrix":
        parts.insert(0, literal(parameter.name))
    if parameter.content_type is None and parameter.style != "deepObject":
        explodes = parameter.style in _EXPLODED
        if parameter.explode != explodes:
            parts.append(code("explode={}", literal(parameter.explode)))
    if parameter.allow_reserved and function in _MAY_RESERVE:
        parts.append(Code("allow_reserved=True"))
    if parameter.style == "cookie":
        parts.append(Code("encode=False"))
    return code("{}({})", called, join(", ", parts))


def _function(parameter: Parameter) -> str:
    if parameter.content_type is not None:
        return "json_text" if parameter.location == "path" else "json_parameter"
    if parameter.location == "header":
        return "header_field"
    if parameter.location == "cookie":
        return "cookie_pair"
    return _STYLES[parameter.style]
