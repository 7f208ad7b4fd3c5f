"""Tests beside a package: each operation called in process, by its own description."""

from __future__ import annotations

import json
from http import HTTPStatus

from msgspec import Struct

from clientsmith.ir import (
    Api,
    Array,
    Binary,
    EventStream,
    JsonLines,
    MediaType,
    ObjectSchema,
    Operation,
    Primitive,
    Reference,
    Response,
    Type,
    inmost,
    is_json,
    may_be_null,
)

from .answers import is_success
from .arguments import stream_of
from .asked import request_checks
from .beside import CallTest, CallTests, NameTests
from .calls import write_call
from .casing import named
from .code import Code, code, join, literal
from .contradictions import contradictory
from .examples import Examples
from .fakes import in_fake
from .imports import Import, render_imports
from .layout import Layout
from .operations import Planned
from .package import Page
from .readings import JSON, plain_content
from .samples import Sampler, answer_of

_SAME_JSON = Code("assert wire(answer) == expected")
_SAME = Code("assert answer == expected")


def plan_call_tests(
    api: Api, package: str, layout: Layout, planned: list[Planned]
) -> Page:
    """Plan one test for each method."""
    tests = _Tests(api, layout)
    calls = tuple(test for one in planned if (test := tests.of_call(one)))
    streams = tuple(test for one in planned if (test := tests.of_stream(one)))
    imports = {*_IMPORTS, Import(f"{package}._runtime.to_json", "to_json")}
    if calls or streams:
        imports.add(Import(f"{package}.testing", "FakeApi"))
    if tests.makes:
        imports |= {Import(package, "models"), Import(f"{package}.testing", "make")}
    return Page(
        "tests/test_calls.py",
        CallTests(render_imports(imports, "test_calls"), calls, streams),
    )


def plan_name_tests(package: str) -> Page:
    """Plan the test of what is public."""
    return Page("tests/test_names.py", NameTests(named(package)))


_IMPORTS = (
    Import("__future__", "annotations"),
    Import("json"),
    Import("typing", "TypeAlias"),
)


class _Expected(Struct, frozen=True):
    """What a call returns, and what the fake is told for that."""

    statements: tuple[Code, ...]
    """What says what is expected: one or none."""
    told: Code
    check: Code


class _Tests:
    """The tests while they are planned."""

    def __init__(self, api: Api, layout: Layout) -> None:
        self._api = api
        self._layout = layout
        self._examples = Examples(api.declarations)
        self._sampler = Sampler(self._examples, sending=True)
        self._impossible = contradictory(api)
        self.makes = False
        """Whether any of them makes a model."""

    def of_call(self, planned: Planned) -> CallTest | None:
        """Plan the test of the method that returns an answer, if there is one."""
        served = _plain(planned.operation)
        if served is None:
            return None
        call = write_call(planned, self._sampler)
        if planned.pages:
            call = code("{}.first().value", call)
        expected = self._expected(served.content)
        # Checkers refuse to keep what a method that returns nothing returns.
        silent = planned.plain is not None and planned.plain.is_nothing
        checks = request_checks(self._api, planned, self._sampler)
        return CallTest(
            name=_name(planned, planned.method),
            expected=expected.statements,
            script=returning(planned, expected.told, served.status, served.content),
            call=call if silent else code("answer = {}", call),
            checks=checks if silent else (expected.check, *checks),
        )

    def of_stream(self, planned: Planned) -> CallTest | None:
        """Plan the test of the method that streams, if there is one."""
        stream = stream_of(planned.operation)
        if stream is None:
            return None
        expected, told = self._events(stream)
        script = code("fake.{}.streams({})", in_fake(planned, stream=True), told)
        return CallTest(
            name=_name(planned, planned.stream_method),
            expected=(expected,),
            script=script,
            call=write_call(planned, self._sampler, stream=True),
            checks=request_checks(self._api, planned, self._sampler),
        )

    def _expected(self, content: MediaType | Binary | None) -> _Expected:
        if content is None:
            return _Expected((), Code("None"), Code("assert answer is None"))
        if isinstance(content, Binary):
            return _plainly(literal(b"\x00\x01"), Code("expected"))
        if not content.as_json and not is_json(content.content_type):
            return _plainly(Code('"text"'), Code("expected.encode()"))
        if (made := self._made(content.type)) is not None:
            statement = code("expected = {}", made)
            return _Expected((statement,), Code("expected"), _SAME)
        value = literal(answer_of(self._examples, content.type))
        statement = code("expected: JSON = {}", value)
        return _Expected((statement,), Code("to_json(expected)"), _SAME_JSON)

    def _made(self, type_: Type) -> Code | None:
        """Write what makes a value, where models make it up."""
        match inmost(type_):
            case Array(items=items) if (item := self._made(items)) is not None:
                # Lists are invariant: without a null this is one of items only.
                return code("[{}, None]" if may_be_null(items) else "[{}]", item)
            case Reference(to=at) if at not in self._impossible and isinstance(
                self._api.declarations[at], ObjectSchema
            ):
                self.makes = True
                return code("make(models.{})", named(self._layout.models[at].name))
            case _:
                return None

    def _events(self, stream: EventStream | JsonLines) -> tuple[Code, Code]:
        """Write what is expected, and what the fake is told to stream."""
        types = _types(stream)
        made = [self._made(type_) for _, type_ in types]
        models = [one for one in made if one is not None]
        if len(models) == len(types):
            listed = join(", ", models)
            return code("expected = [{}]", listed), Code("expected")
        values = [answer_of(self._examples, type_) for _, type_ in types]
        text = "".join(
            _written(stream, name, value, type_)
            for (name, type_), value in zip(types, values, strict=True)
        )
        expected = code("expected: JSON = {}", literal(values))
        return expected, code("[{}]", literal(text.encode()))


def _plainly(value: Code, told: Code) -> _Expected:
    return _Expected((code("expected = {}", value),), told, _SAME)


def returning(
    planned: Planned,
    value: Code,
    status: int,
    content: MediaType | Binary | EventStream | JsonLines | None,
) -> Code:
    """Write what tells a fake to answer with a value, and how if that is unusual."""
    given = [value]
    if status != (HTTPStatus.NO_CONTENT if content is None else HTTPStatus.OK):
        given.append(code("status={}", literal(int(status))))
    media_type = served_as(content)
    if media_type not in {"", JSON}:
        given.append(code('headers={{"content-type": {}}}', literal(media_type)))
    return code("fake.{}.returns({})", in_fake(planned), join(", ", given))


def _name(planned: Planned, method: str) -> Code:
    return named("_".join(["test", *planned.dotted.split(".")[:-1], method]))


class _Served(Struct, frozen=True):
    """What a call is answered by."""

    status: int
    content: MediaType | Binary | None


def _plain(operation: Operation) -> _Served | None:
    for response in operation.responses:
        plain = plain_content(response)
        if is_success(response, operation) and (plain or not response.content):
            content = plain[0] if plain and operation.method != "HEAD" else None
            return _Served(status_of(response), content)
    return None


def _types(stream: EventStream | JsonLines) -> list[tuple[str, Type]]:
    """List the names of events and what they hold; of those without names, two."""
    if isinstance(stream, JsonLines):
        return [("", stream.item)] * 2
    typed = [(name, type_) for name, type_ in stream.by_event if type_]
    return typed or [("", stream.event)] * 2


def _written(
    stream: EventStream | JsonLines, name: str, value: object, type_: Type
) -> str:
    if isinstance(stream, JsonLines):
        mark = "\x1e" if stream.content_type.endswith("json-seq") else ""
        return f"{mark}{json.dumps(value)}\n"
    start = f"event: {name}\n" if name else ""
    return f"{start}data: {_data(value, type_)}\n\n"


def status_of(response: Response) -> int:
    """Return a status that a response is sent with: `2XX` is 200."""
    exact = response.status.isdecimal()
    return int(response.status) if exact else HTTPStatus.OK


def _data(value: object, type_: Type) -> str:
    """Write the data of an event: text as it is, all else as JSON."""
    if isinstance(type_, Primitive) and isinstance(value, str):
        return value
    return json.dumps(value)


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
