"""Answers that are made to break their readers end in a value or an error of ours.

Each is sent by a server of raw sockets, to the blocking client and to the async one
in both event loops.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from loopback import Step, events, reply, serve
from shop import AT_ONCE, Pet, PetsRequests

from runtime.errors import (
    ConnectionFailed,
    Error,
    ResponseValidationError,
    ServerError,
    StatusError,
    StreamError,
    StreamInterrupted,
)
from runtime.event_types import UnknownEvent
from runtime.request import Request
from runtime.to_json import to_json

if TYPE_CHECKING:
    from ways import Way

DEEP = b"[" * 100_000
NESTED = b"[" * 900 + b"]" * 900
LONG = b"4" * 5_000
TWICE = b'{"id": 1, "name": "b", "name": "a"}'
PET = b'{"id": 1, "name": "a"}'
UTF_16 = '{"id": 1, "name": "a"}'.encode("utf-16")
OURS = Pet(id=1, name="a")
OPTIONS: Any = {"retry": replace(AT_ONCE, max_retries=0), "timeout": 0.5, "deadline": 5}

ONE: Request[Any] = PetsRequests.get(1)
ANY: Request[Any] = replace(ONE, returns=Any)
TEXT: Request[Any] = replace(ONE, returns=str)
STREAM: Request[Any] = PetsRequests.watch()
NO_EVENTS = "events that are no gzip"


class Case(NamedTuple):
    """What is sent, to which request, and how it ends."""

    name: str
    script: list[Step]
    expected: Any
    """A value, or the class of an error, with the status that it must have."""

    request: Request[Any] = ONE


def head(line: str, *fields: str, body: bytes = b"") -> list[Step]:
    """Write an answer of which every byte is chosen."""
    return ["\r\n".join([f"HTTP/1.1 {line}", *fields, "", ""]).encode() + body]


def sized(line: str, *fields: str, body: bytes = b"") -> list[Step]:
    """Write an answer with the length of its body."""
    return head(line, *fields, f"content-length: {len(body)}", body=body)


def name(text: str) -> bytes:
    """Write a pet with a name that is given as JSON."""
    return f'{{"id": 1, "name": {text}}}'.encode()


ERRORS = [
    Case("deep nesting in an error", reply(500, DEEP), (ServerError, 500)),
    Case("nesting that JSON reads", reply(500, NESTED), (ServerError, 500)),
    Case(
        "errors in errors in errors",
        reply(500, b'{"error":' * 900 + b"1" + b"}" * 900),
        (ServerError, 500),
    ),
    Case("a long code", reply(500, b'{"code": "%s"}' % LONG), (ServerError, 500)),
    Case("a long number", reply(500, b'{"code": %s}' % LONG), (ServerError, 500)),
    Case("idna", reply(404, b"x", "text/plain; charset=idna"), (StatusError, 404)),
    Case("an unknown charset", reply(404, b"x", "a/b; charset=xx"), (StatusError, 404)),
    Case("no charset", reply(404, b"\xff", "a/b; charset=rot13"), (StatusError, 404)),
    Case("half a character", reply(500, rb'{"message": "\ud800"}'), (ServerError, 500)),
    Case(
        "no gzip", reply(503, b'{"a": 1}', content_encoding="gzip"), (ServerError, 503)
    ),
    Case(
        "half of gzip",
        reply(503, gzip.compress(PET)[:9], content_encoding="gzip"),
        (ServerError, 503),
    ),
    Case(
        "three codings",
        reply(404, b"x", content_encoding="br, gzip, xx"),
        (StatusError, 404),
    ),
    Case(
        "a long wait", reply(429, b"{}", retry_after=LONG.decode()), (StatusError, 429)
    ),
    Case(
        "a wait until never",
        reply(429, b"{}", retry_after=f"Mon, 01 Jan {'9' * 4000} 00:00:00 GMT"),
        (StatusError, 429),
    ),
    Case("an error without content", reply(500), (ServerError, 500)),
    Case("status 999", sized("999 Odd", body=PET), (ServerError, 999)),
    Case("status 600", sized("600 Odd", body=b"\xff"), (ServerError, 600)),
    Case("a redirect to nowhere", sized("302 Found"), (StatusError, 302)),
    Case(
        "a redirect to nonsense",
        sized("302 Found", "location: http://[::1"),
        (StatusError, 302),
    ),
]
CONNECTIONS = [
    Case("status 099", sized("099 Odd", body=PET), ConnectionFailed),
    Case("only status 100", head("100 Continue"), ConnectionFailed),
    Case("many times 100", head("100 Continue") * 300, ConnectionFailed),
    Case("status 101", [*head("101 Switching"), None], Error),
    Case("status 20", sized("20 OK", body=PET), ConnectionFailed),
    Case("a status in words", sized("OK", body=PET), ConnectionFailed),
    Case("huge headers", sized("200 OK", "x: " + "y" * 300_000), ConnectionFailed),
    Case("many headers", sized("200 OK", *["x: y"] * 30_000), ConnectionFailed),
    Case("no headers at all", [b"\x00\xff" * 999, None], ConnectionFailed),
    Case(
        "a length that is too long",
        [*head("200 OK", "content-length: 99", body=PET), None],
        ConnectionFailed,
    ),
    Case("a negative length", head("200 OK", "content-length: -1"), ConnectionFailed),
    Case(
        "two lengths",
        head("200 OK", "content-length: 1", "content-length: 22", body=PET),
        ConnectionFailed,
    ),
    Case(
        "a very long length",
        [*head("200 OK", f"content-length: {'9' * 5000}", body=PET), None],
        ConnectionFailed,
    ),
    Case(
        "chunks of no size",
        [*head("200 OK", "transfer-encoding: chunked", body=b"xyz\r\n"), None],
        ConnectionFailed,
    ),
    Case("no gzip", reply(200, PET, content_encoding="gzip"), ConnectionFailed),
    Case("no zlib", reply(200, PET, content_encoding="deflate"), ConnectionFailed),
]
CONTENT = [
    Case("100 before 200", [*head("100 Continue"), *reply(200, PET)], OURS),
    Case(
        "a length that is too short",
        [*head("200 OK", "content-length: 22", body=PET + b"more"), None],
        OURS,
    ),
    Case(
        "two types",
        sized("200 OK", "content-type: text/a", "content-type: text/b", body=PET),
        OURS,
    ),
    Case("a type of nonsense", reply(200, PET, ';;=";\xff/'), OURS),
    Case("no type", sized("200 OK", body=PET), OURS),
    Case("the same key twice", reply(200, TWICE), OURS),
    Case("nothing for a model", reply(200), None),
    Case("JSON in idna", reply(200, PET, "application/json; charset=idna"), OURS),
    Case(
        "JSON in what is no text",
        reply(200, PET, "application/json; charset=zlib"),
        OURS,
    ),
    Case("UTF-16", reply(200, UTF_16, "application/json; charset=utf-16"), OURS),
    Case(
        "text in punycode", reply(200, b"\xff-\xff", "a/b; charset=punycode"), str, TEXT
    ),
    Case("text in nothing", reply(200, b"x", "a/b; charset=undefined"), "x", TEXT),
    Case("text that is deep", reply(200, DEEP), DEEP.decode(), TEXT),
    Case("deep nesting", reply(200, DEEP), ResponseValidationError),
    Case("deep nesting of anything", reply(200, DEEP), ResponseValidationError, ANY),
    Case("nesting", reply(200, NESTED), list, ANY),
    Case("a long number", reply(200, name(LONG.decode())), ResponseValidationError),
    Case("a long number of any", reply(200, LONG), ResponseValidationError, ANY),
    Case("half of JSON", reply(200, PET[:9]), ResponseValidationError),
    Case("HTML", reply(200, b"<html>", "text/html"), ResponseValidationError),
    Case("HTML as JSON", reply(200, b"<html>"), ResponseValidationError),
    Case("no UTF-8", reply(200, b'{"name": "\xff"}'), ResponseValidationError),
    Case("NUL", reply(200, b"\0" * 99), ResponseValidationError),
    Case("a control character", reply(200, name('"\n"')), ResponseValidationError),
    Case("infinity", reply(200, name("1e999")), Pet),
    Case("a literal infinity", reply(200, name("-Infinity")), Pet),
    Case("not a number", reply(200, name("NaN")), Pet),
    Case("a whole float", reply(200, b'{"id": 1e0, "name": "a"}'), OURS),
    Case("a float without end", reply(200, name("0." + LONG.decode())), Pet),
    Case("another kind of JSON", reply(200, b'[{"id": 1}]'), [{"id": 1}]),
    Case(
        "a half of a character, and what could stand for it",
        reply(200, name('"\\ud800 \U0010f800"')),
        ResponseValidationError,
    ),
    Case("a half of a character", reply(200, name(r'"\ud800"')), Pet),
]
STREAMS = [
    Case(
        "deep nesting in an error",
        events(b"event: error\ndata: " + DEEP + b"\n\n"),
        (StreamError, 200),
        STREAM,
    ),
    Case(
        "deep nesting that looks like one",
        events(b'data: {"error": ' + DEEP + b"\n\n"),
        ResponseValidationError,
        STREAM,
    ),
    Case(
        "a long code",
        events(b'data: {"error": {"code": "%s"}}\n\n' % LONG),
        (StreamError, 200),
        STREAM,
    ),
    Case(
        "a code that is nested",
        events(b'data: {"error": {"code": %s}}\n\n' % NESTED),
        (StreamError, 200),
        STREAM,
    ),
    Case(
        "errors in errors",
        events(b'data: {"error":' + b'{"error":' * 900 + b"1" + b"}" * 901 + b"\n\n"),
        (StreamError, 200),
        STREAM,
    ),
    Case(
        "deep nesting",
        events(b"data: " + DEEP + b"\n\n"),
        ResponseValidationError,
        STREAM,
    ),
    Case(
        "deep nesting of a new name",
        events(b"event: new\ndata: " + DEEP + b"\n\n"),
        [UnknownEvent("new", DEEP.decode())],
        STREAM,
    ),
    Case("no UTF-8", events(b"data: \xff\xfe\n\n"), ResponseValidationError, STREAM),
    Case(
        "half a character",
        events(b"data: " + name(r'"\ud800"') + b"\n\n"),
        list,
        STREAM,
    ),
    Case(
        "a long retry", events(b"retry: %s\ndata: %s\n\n" % (LONG, PET)), [OURS], STREAM
    ),
    Case("NUL in an id", events(b"id: \0\ndata: %s\n\n" % PET), [OURS], STREAM),
    Case(
        NO_EVENTS,
        sized(
            "200 OK",
            "content-type: text/event-stream",
            "content-encoding: gzip",
            body=b"data: %s\n\n" % PET,
        ),
        ConnectionFailed,
        STREAM,
    ),
    Case(
        "chunks of no size",
        [*events(b"data: %s\n\n" % PET)[:-1], b"xyz\r\n", None],
        StreamInterrupted,
        STREAM,
    ),
    Case("an empty stream", events(), [], STREAM),
]
LEFT = "ignore:Exception ignored in.*PoolByteStream"
"""The library leaves what it reads from to the garbage collector, and trio tells."""
CASES = [
    pytest.param(
        case,
        id=f"{kind}: {case.name}",
        marks=[pytest.mark.filterwarnings(LEFT)] if case.name == NO_EVENTS else [],
    )
    for kind, cases in [
        ("error", ERRORS),
        ("connection", CONNECTIONS),
        ("content", CONTENT),
        ("stream", STREAMS),
    ]
    for case in cases
]


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_answer_ends_in_a_value_or_an_error_of_ours(
    case: Case, way: Way
) -> None:
    """With its status, if it has one; and within the time that the call has."""
    with serve(case.script) as server:
        try:
            found = way(server.address, case.request, **OPTIONS)
        except Error as error:
            found = error

    match case.expected:
        case (kind, status):
            assert isinstance(found, kind), found
            assert status == found.status
        case type() as kind:
            assert isinstance(found, kind), found
        case value:
            assert value == found


@pytest.mark.parametrize("validation", ["warn", "strict"])
@pytest.mark.filterwarnings("ignore::runtime.drift.DriftWarning")
@pytest.mark.parametrize("case", CASES)
def test_validation_makes_it_no_worse(case: Case, validation: str, way: Way) -> None:
    """An answer that is refused is refused by an error of the package."""
    with serve(case.script) as server:
        try:
            way(server.address, case.request, **OPTIONS, validation=validation)
        except Error:
            return


@pytest.mark.parametrize("content", [b'{"a": 1}', gzip.compress(b'{"a": 1}')], ids=len)
def test_an_error_says_what_can_be_read_of_it(content: bytes, way: Way) -> None:
    """Decoded if it can be, else as it came; its header stays."""
    with (
        serve(reply(500, content, content_encoding="gzip")) as server,
        pytest.raises(ServerError) as caught,
    ):
        way(server.address, ONE, **OPTIONS)

    assert {"a": 1} == caught.value.plain
    assert caught.value.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("text", [r'"\ud800"', r'"a\uDFFF\ud83d\ude00\\ud800\n"'])
def test_halves_of_characters_go_back_as_they_came(text: str, way: Way) -> None:
    """They are legal JSON; every property, list and key may have them."""
    content = f'{{"id": 1, "name": {text}, "tags": [{{{text}: {text}}}], {text}: 2}}'
    with serve(reply(200, content.encode())) as server:
        pet = way(server.address, ONE, **OPTIONS, validation="strict")

    assert json.loads(text) == pet.name
    assert json.loads(content) == json.loads(to_json(pet))
    assert json.loads(content).keys() == pet.model_fields_set
