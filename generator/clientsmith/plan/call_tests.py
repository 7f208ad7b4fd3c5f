"""Tests beside a package: each operation called in process, by its own description."""

from __future__ import annotations

import json
from http import HTTPStatus

from msgspec import Struct

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
from .asked import request_checks
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
    sampler = Sampler(examples, sending=True)
    content = CallTests(
        package=named(package),
        arguments=client_arguments(secured),
        calls=tuple(
            _test(api, sampler, one, served, stream=False)
            for one in planned
            if (served := _plain(examples, one.operation))
        ),
        streams=tuple(
            _test(api, sampler, one, served, stream=True)
            for one in planned
            if (served := _stream(examples, one.operation))
        ),
    )
    return Page("tests/test_calls.py", content)


def client_arguments(secured: list[Secured], options: Code = Code("options")) -> Code:
    """Write what the client of a test is given: credentials, and where to ask."""
    given = [
        code('{}="test"', named(one.argument))
        for each in secured
        for one in each.shown
        if one.part != "certificate"
    ]
    return join(", ", [*given, code("**{}", options)])


class _Served(Struct, frozen=True):
    """What a server answers a call with, and what is made of it."""

    status: int
    content: MediaType | Binary | EventStream | JsonLines | None
    answer: bytes | Code
    """What is sent: `expected` itself, or the text it is read from."""
    expected: Code


def _plain(examples: Examples, operation: Operation) -> _Served | None:
    for response in operation.responses:
        plain = plain_content(response)
        if is_success(response, operation) and (plain or not response.content):
            content = plain[0] if plain and operation.method != "HEAD" else None
            answer, expected = _answer(examples, content)
            return _Served(status_of(response), content, answer, expected)
    return None


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


def _stream(examples: Examples, operation: Operation) -> _Served | None:
    stream = stream_of(operation)
    if stream is None:
        return None
    if isinstance(stream, JsonLines):
        value = answer_of(examples, stream.item)
        mark = "\x1e" if stream.content_type.endswith("json-seq") else ""
        lines = (mark + json.dumps(value) + "\n") * 2
        expected = literal([value, value])
        return _Served(HTTPStatus.OK, stream, lines.encode(), expected)
    values, text = _events(examples, stream)
    return _Served(HTTPStatus.OK, stream, text.encode(), literal(values))


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
    api: Api, sampler: Sampler, planned: Planned, served: _Served, *, stream: bool
) -> CallTest:
    method = planned.stream_method if stream else planned.method
    name = "_".join([*planned.dotted.split(".")[:-1], method])
    call = write_call(planned, sampler, stream=stream)
    checks = request_checks(api, planned, sampler)
    # Checkers refuse to keep what a method that returns nothing returns.
    silent = not stream and planned.plain is not None and planned.plain.is_nothing
    if planned.pages and not stream:
        call = code("{}.first().value", call)
    if not (silent or stream):
        call = code("answer = {}", call)
        checks = (Code("assert wire(answer) == expected"), *checks)
    answer = served.answer
    return CallTest(
        name=named(f"test_{name}"),
        call=call,
        status=literal(int(served.status)),
        content_type=literal(served_as(served.content)),
        expected=() if silent else (served.expected,),
        checks=checks,
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
