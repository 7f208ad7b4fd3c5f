"""Which statements make up the tests that stand beside a package."""

from __future__ import annotations

import ast
from functools import cache
from typing import TypeAlias

from clientsmith.plan.beside import (
    CallTest,
    CallTests,
    DownloadTest,
    DownloadTests,
    NameTests,
    WebhookTest,
    WebhookTests,
)
from clientsmith.plan.code import Code
from clientsmith.plan.package import Package, Page
from clientsmith.render import render
from skeleton import nodes, parts

_READING = "with _ as events: received = [wire(event) for event in events]"
_ONE = "(call,) = fake.calls"
_RECEIVING = "arrived = received(lambda: _, tmp_path)"
_IMPORTS = Code("import json")
_NO_CALLS = CallTests(_IMPORTS, (), ())
_NO_DOWNLOADS = DownloadTests(_IMPORTS, ())
_NO_WEBHOOKS = WebhookTests(_IMPORTS, (), ())
_NO_NAMES = NameTests(Code("package_"))

_Tests: TypeAlias = CallTests | DownloadTests | NameTests | WebhookTests


def tests_beside(tests: _Tests) -> nodes.Body:
    """Predict a module of tests."""
    match tests:
        case CallTests(imports=imports, calls=calls, streams=streams):
            made = [*map(_call_test, calls), *map(_stream_test, streams)]
            return [*_before(imports, _NO_CALLS), *made]
        case DownloadTests(imports=imports, downloads=downloads):
            return [*_before(imports, _NO_DOWNLOADS), *map(_download_test, downloads)]
        case NameTests(package=package):
            named = _template(_NO_NAMES).replace("package_", parts.name(package))
            return ast.parse(named).body
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


def _before(imports: Code, nothing: _Tests) -> nodes.Body:
    """Take what stands before all tests from the template, with other imports."""
    about, _, *helpers = ast.parse(_template(nothing)).body
    return [about, *parts.imports(imports), *helpers]


@cache
def _template(nothing: _Tests) -> str:
    page = Page("tests/test_something.py", nothing)
    return render(Package("package_", (page,), (), 0, frozenset()))[0].text


def _call_test(test: CallTest) -> ast.stmt:
    checks = [parts.statement(each) for each in test.checks]
    body = [parts.statement(test.call), nodes.statement(_ONE), *checks]
    return nodes.function(test.name, Code(""), Code("None"), [*_asking(test), *body])


def _stream_test(test: CallTest) -> ast.stmt:
    reading = nodes.statement(_READING)
    assert isinstance(reading, ast.With)
    reading.items[0].context_expr = parts.expression(test.call)
    checks = [parts.statement(each) for each in test.checks]
    compared = nodes.statement("assert received == wire(expected)")
    body = [reading, nodes.statement(_ONE), compared, *checks]
    return nodes.function(test.name, Code(""), Code("None"), [*_asking(test), *body])


def _download_test(test: DownloadTest) -> ast.stmt:
    receiving = nodes.statement(_RECEIVING)
    match receiving:
        case ast.Assign(value=ast.Call(args=[ast.Lambda() as asking, _])):
            asking.body = parts.expression(test.call)
        case _:
            raise AssertionError(_RECEIVING)
    statements = [
        *_faking(test.script),
        receiving,
        nodes.statement("assert arrived == [CONTENT] * 3"),
    ]
    return nodes.function(test.name, Code("tmp_path: Path"), Code("None"), statements)


def _asking(test: CallTest) -> nodes.Body:
    expected = nodes.flat(parts.field(each) for each in test.expected)
    return [*expected, *_faking(test.script)]


def _faking(script: Code) -> nodes.Body:
    return [
        nodes.statement("fake = FakeApi()"),
        parts.statement(script),
        nodes.statement("client = fake.client"),
    ]


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
