"""Which statements make up the tests that stand beside a package."""

from __future__ import annotations

import ast
from functools import cache

from clientsmith.plan.beside import CallTest, CallTests
from clientsmith.plan.code import Code
from clientsmith.plan.package import Package, Page
from clientsmith.render import render
from skeleton import nodes, parts

_READING = "with _ as events: received = [wire(event) for event in events]"
_NOTHING = CallTests(Code("package_"), Code("**options"), (), ())


def call_tests(tests: CallTests) -> nodes.Body:
    """Predict the module of tests."""
    calls = [_call_test(each) for each in tests.calls]
    streams = [_stream_test(each) for each in tests.streams]
    return [*_before(tests), *calls, *streams]


def _before(tests: CallTests) -> nodes.Body:
    """Take what stands before all tests from the template, and fill it."""
    package = parts.name(tests.package)
    body = ast.parse(_template()).body
    for each in ast.walk(ast.Module(body, [])):
        match each:
            case ast.ImportFrom(module=str(module)):
                each.module = module.replace(_NOTHING.package, package)
            case ast.Return(value=ast.Call(func=ast.Name("Client"))):
                each.value = nodes.call(Code("Client"), tests.arguments)
            case _:
                pass
    return body


@cache
def _template() -> str:
    page = Page("tests/test_calls.py", _NOTHING)
    return render(Package("package_", (page,), (), 0, frozenset()))[0].text


def _call_test(test: CallTest) -> ast.stmt:
    checks = [parts.statement(each) for each in test.checks]
    return _test(test, [parts.statement(test.call), *checks])


def _stream_test(test: CallTest) -> ast.stmt:
    reading = nodes.statement(_READING)
    assert isinstance(reading, ast.With)
    reading.items[0].context_expr = parts.expression(test.call)
    return _test(test, [reading, nodes.statement("assert received == expected")])


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
