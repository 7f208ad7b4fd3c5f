"""Which statements make up the tests that stand beside a package."""

from __future__ import annotations

import ast
from functools import cache

from clientsmith.plan.beside import (
    CallTest,
    CallTests,
    DownloadTest,
    DownloadTests,
    WebhookTest,
    WebhookTests,
)
from clientsmith.plan.code import Code
from clientsmith.plan.package import Package, Page
from clientsmith.render import render
from skeleton import nodes, parts

_READING = "with _ as events: received = [wire(event) for event in events]"
_RECEIVING = "arrived = received(lambda: _, tmp_path)"
_NO_CALLS = CallTests(Code("package_"), Code("**options"), (), ())
_NO_DOWNLOADS = DownloadTests(Code("package_"), Code("**options"), ())
_NO_WEBHOOKS = WebhookTests(Code("import json"), (), ())


def tests_beside(tests: CallTests | DownloadTests | WebhookTests) -> nodes.Body:
    """Predict a module of tests."""
    match tests:
        case CallTests():
            return _call_tests(tests)
        case DownloadTests():
            downloads = map(_download_test, tests.downloads)
            return [*_before(tests, _NO_DOWNLOADS), *downloads]
        case WebhookTests():
            return _webhook_tests(tests)


def _webhook_tests(tests: WebhookTests) -> nodes.Body:
    about, _, type_, secret, *helpers = ast.parse(_template(_NO_WEBHOOKS)).body
    return [
        about,
        *parts.imports(tests.imports),
        type_,
        secret,
        *nodes.flat(parts.field(each) for each in tests.constants),
        *helpers,
        *map(_webhook_test, tests.webhooks),
    ]


def _call_tests(tests: CallTests) -> nodes.Body:
    calls = [_call_test(each) for each in tests.calls]
    streams = [_stream_test(each) for each in tests.streams]
    return [*_before(tests, _NO_CALLS), *calls, *streams]


def _before(
    tests: CallTests | DownloadTests, nothing: CallTests | DownloadTests
) -> nodes.Body:
    """Take what stands before all tests from the template, and fill it."""
    package = parts.name(tests.package)
    body = ast.parse(_template(nothing)).body
    for each in ast.walk(ast.Module(body, [])):
        match each:
            case ast.ImportFrom(module=str(module)):
                each.module = module.replace(nothing.package, package)
            case ast.Return(value=ast.Call(func=ast.Name("Client"))):
                each.value = nodes.call(Code("Client"), tests.arguments)
            case _:
                pass
    return body


@cache
def _template(nothing: CallTests | DownloadTests | WebhookTests) -> str:
    page = Page("tests/test_something.py", nothing)
    return render(Package("package_", (page,), (), 0, frozenset()))[0].text


def _call_test(test: CallTest) -> ast.stmt:
    checks = [parts.statement(each) for each in test.checks]
    return _test(test, [parts.statement(test.call), *checks])


def _stream_test(test: CallTest) -> ast.stmt:
    reading = nodes.statement(_READING)
    assert isinstance(reading, ast.With)
    reading.items[0].context_expr = parts.expression(test.call)
    return _test(test, [reading, nodes.statement("assert received == expected")])


def _download_test(test: DownloadTest) -> ast.stmt:
    served = nodes.call(Code("serving"), test.status, test.content_type)
    receiving = nodes.statement(_RECEIVING)
    match receiving:
        case ast.Assign(value=ast.Call(args=[ast.Lambda() as asking, _])):
            asking.body = parts.expression(test.call)
        case _:
            raise AssertionError(_RECEIVING)
    statements = [
        nodes.assignment(Code("client"), served),
        receiving,
        nodes.statement("assert arrived == [CONTENT] * 3"),
    ]
    return nodes.function(test.name, Code("tmp_path: Path"), Code("None"), statements)


def _webhook_test(test: WebhookTest) -> ast.stmt:
    read = nodes.call(Code("receive"), test.received)
    statements = [
        nodes.annotated(
            f"expected: {parts.name(test.kind)} = ...", parts.expression(test.expected)
        ),
        nodes.assignment(Code("event"), read),
        *(parts.statement(each) for each in test.checks),
        nodes.statement("assert wire(event) == expected"),
    ]
    return nodes.function(test.name, Code(""), Code("None"), statements)


def _test(test: CallTest, body: nodes.Body) -> ast.stmt:
    served = nodes.call(Code("Server"), test.status, test.content_type, test.answer)
    asked = nodes.call(Code("server.asked.startswith"), test.asked)
    statements = [
        *(_expected(each) for each in test.expected),
        nodes.assignment(Code("server"), served),
        nodes.statement("client = server.client()"),
        *body,
        ast.Assert(asked),
    ]
    return nodes.function(test.name, Code(""), Code("None"), statements)


def _expected(piece: Code) -> ast.stmt:
    return nodes.annotated("expected: JSON = ...", parts.expression(piece))
