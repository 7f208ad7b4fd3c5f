"""Tests beside a package: each operation called in process, by its own description."""

from __future__ import annotations

import json
from http import HTTPStatus

from clientsmith.ir import (
    Api,
    Binary,
    EventStream,
    JsonLines,
    MediaType,
    Operation,
    Primitive,
    Response,
    Type,
    is_json,
)

from .answers import is_success
from .arguments import stream_of
from .beside import CallTest, CallTests
from .calls import write_call
from .casing import named
from .code import Code, code, join, literal
from .credentials import Secured
from .examples import Examples
from .operations import Planned
from .package import Page
from .readings import JSON, plain_content
from .samples import Sampler, answer_of


def plan_call_tests(
    api: Api,
    package: str,
    planned: list[Planned],
    secured: list[Secured],
) -> Page:
    """Plan one test for each method."""
    examples = Examples(api.declarations)
    content = CallTests(
        package=named(package),
        arguments=client_arguments(secured),
        calls=tuple(test for one in planned for test in _plain(examples, one)),
        streams=tuple(test for one in planned for test in _stream(examples, one)),
    )
    return Page("tests/test_calls.py", content)


def client_arguments(secured: list[Secured]) -> Code:
    """Write what the client of a test is given: credentials, and where to ask."""
    given = [
        code('{}="test"', named(one.argument))
        for each in secured
        for one in each.shown
        if one.part != "certificate"
    ]
    return join(", ", [*given, Code("**options")])


def _plain(examples: Examples, planned: Planned) -> list[CallTest]:
    operation = planned.operation
    for response in operation.responses:
        plain = plain_content(response)
        if not is_success(response, operation) or (response.content and not plain):
            continue
        status = status_of(response)
        content = plain[0] if plain and operation.method != "HEAD" else None
        answer, expected = _answer(examples, content)
        return [
            _test(examples, planned, status, content, answer, expected, stream=False)
        ]
    return []


def status_of(response: Response) -> int:
    """Return a status that a response is sent with: `2XX` is 200."""
    exact = response.status.isdecimal()
    return int(response.status) if exact else HTTPStatus.OK


def _answer(
    examples: Examples,
    content: MediaType | Binary | None,
) -> tuple[bytes | Code, Code]:
    if content is None:
        return b"", Code("None")
    if isinstance(content, Binary):
        return b"\x00\x01", literal(b"\x00\x01")
    if not content.as_json and not is_json(content.content_type):
        return b"text", literal("text")
    value = answer_of(examples, content.type)
    return Code("expected"), literal(value)


def _stream(examples: Examples, planned: Planned) -> list[CallTest]:
    stream = stream_of(planned.operation)
    if stream is None:
        return []
    if isinstance(stream, JsonLines):
        value = answer_of(examples, stream.item)
        mark = "\x1e" if stream.content_type.endswith("json-seq") else ""
        lines = (mark + json.dumps(value) + "\n") * 2
        return [
            _test(
                examples,
                planned,
                200,
                stream,
                lines.encode(),
                literal([value, value]),
                stream=True,
            )
        ]
    value, text = _events(examples, stream)
    return [
        _test(
            examples, planned, 200, stream, text.encode(), literal(value), stream=True
        )
    ]


def _events(examples: Examples, stream: EventStream) -> tuple[list[object], str]:
    typed = [(name, type_) for name, type_ in stream.by_event if type_]
    types = typed or [("", stream.event)] * 2
    found = [(name, answer_of(examples, type_), type_) for name, type_ in types]
    blocks = [
        (f"event: {name}\n" if name else "") + f"data: {_data(value, type_)}\n\n"
        for name, value, type_ in found
    ]
    if stream.terminator is not None:
        blocks.append(f"data: {stream.terminator}\n\n")
    return [value for _, value, _ in found], "".join(blocks)


def _data(value: object, type_: Type) -> str:
    """Write the data of an event: text as it is, all else as JSON."""
    if isinstance(type_, Primitive) and isinstance(value, str):
        return value
    return json.dumps(value)


def _test(
    examples: Examples,
    planned: Planned,
    status: int,
    content: MediaType | Binary | EventStream | JsonLines | None,
    answer: bytes | Code,
    expected: Code,
    *,
    stream: bool,
) -> CallTest:
    method = planned.stream_method if stream else planned.method
    name = "_".join([*planned.dotted.split(".")[:-1], method])
    call = write_call(planned, Sampler(examples, sending=True), stream=stream)
    # Checkers refuse to keep what a method that returns nothing returns.
    silent = not stream and planned.plain is not None and planned.plain.is_nothing
    if planned.pages and not stream:
        call = code("{}.first().value", call)
    return CallTest(
        name=named(f"test_{name}"),
        asked=literal(_request_line(planned.operation)),
        call=call if silent or stream else code("answer = {}", call),
        status=literal(int(status)),
        content_type=literal(served_as(content)),
        expected=() if silent else (expected,),
        checks=() if silent else (Code("assert wire(answer) == expected"),),
        answer=literal(answer) if isinstance(answer, bytes) else answer,
    )


def served_as(
    content: MediaType | Binary | EventStream | JsonLines | None,
) -> str:
    """Return what the server calls its content: one media type, and no range."""
    match content:
        case None:
            return ""
        case MediaType(as_json=True, content_type=name) if "*" in name:
            return JSON
        case Binary(content_type=name) | MediaType(content_type=name) if "*" in name:
            kind = name.partition("/")[0].strip()
            text = "text" if isinstance(content, MediaType) else "application"
            return f"{text if kind == '*' else kind}/plain"
        case _:
            return content.content_type


def _request_line(operation: Operation) -> str:
    """Return the method and the path up to its first parameter."""
    path = operation.path.partition("{")[0].partition("#")[0].partition("?")[0]
    return f"{operation.method} {path}"
