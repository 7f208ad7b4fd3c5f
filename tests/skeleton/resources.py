"""Which statements make up the clients and their resources."""

from __future__ import annotations

import ast

from clientsmith.plan.code import Code
from clientsmith.plan.package import (
    Builder,
    BuildersClass,
    Child,
    ClientClass,
    ClientModule,
    Method,
    ResourceClass,
    ResourceModule,
)
from skeleton import nodes, parts

_OVERLOAD = Code("overload")
_SKIPPED: list[ast.stmt] = [ast.Expr(ast.Constant(...))]
_CONSTRUCT = "super().__init__(API, {}, **options)"
_WAY_IN = "The way in: `Client`, and `AsyncClient` for code that runs an event loop."


def client(module: ClientModule) -> nodes.Body:
    """Predict the module of the two clients."""
    return [
        nodes.string(_WAY_IN),
        *parts.imports(module.imports),
        *nodes.checked(module.type_checking),
        nodes.assignment(Code("API"), nodes.call(Code("Api"), *module.api)),
        *(_client_class(each) for each in module.classes),
    ]


def _client_class(one: ClientClass) -> ast.stmt:
    construct = nodes.statement(_CONSTRUCT)
    assert isinstance(construct, ast.Expr)
    assert isinstance(construct.value, ast.Call)
    construct.value.args[1] = parts.expression(one.credentials)
    construct.value.keywords[:0] = parts.passed(*one.settings).keywords
    init = nodes.function(Code("__init__"), one.signature, Code("None"), [construct])
    children = [_child(each) for each in one.children]
    body = [parts.docstring(one.docstring), init, *children]
    return nodes.class_(one.name, one.base, body)


def resource(module: ResourceModule) -> nodes.Body:
    """Predict the module of one resource."""
    return [
        parts.docstring(module.docstring),
        *parts.imports(module.imports),
        *nodes.checked(module.type_checking),
        nodes.exported(module.exports),
        *(_builders(each) for each in module.builders),
        *(_resource_class(each) for each in module.classes),
    ]


def _builders(group: BuildersClass) -> ast.stmt:
    builders = nodes.flat(_builder(each) for each in group.builders)
    body = [parts.docstring(group.docstring), *builders]
    return nodes.class_(group.name, Code("Requests"), body)


def _builder(one: Builder) -> list[ast.stmt]:
    body = [
        parts.docstring(one.docstring),
        *nodes.flat(parts.imports(each) for each in one.imports),
        ast.Return(nodes.call(one.constructor, *one.arguments)),
    ]
    static = Code("staticmethod")
    overloads = [
        nodes.function(one.name, each, one.returns, _SKIPPED, [_OVERLOAD, static])
        for each in one.overloads
    ]
    made = nodes.function(one.name, one.signature, one.returns, body, [static])
    return [*overloads, made]


def _resource_class(one: ResourceClass) -> ast.stmt:
    body = [
        parts.docstring(one.docstring),
        *nodes.flat(parts.field(each) for each in one.requests),
        *(_child(each) for each in one.children),
        *nodes.flat(method(each) for each in one.methods),
    ]
    return nodes.class_(one.name, one.base, body)


def _child(one: Child) -> ast.stmt:
    body = [
        parts.docstring(one.docstring),
        *parts.imports(one.statement),
        ast.Return(nodes.call(one.type, one.argument)),
    ]
    decorators = [Code("cached_property")]
    return nodes.function(one.name, Code("self"), one.type, body, decorators)


def method(one: Method) -> list[ast.stmt]:
    """Predict a method, and what overloads it."""
    body = [parts.docstring(one.docstring), parts.statement(one.statement)]
    overloaded = [_OVERLOAD, *one.decorators]
    made = [
        *(
            nodes.function(one.name, each, one.returns, _SKIPPED, overloaded)
            for each in one.overloads
        ),
        nodes.function(one.name, one.signature, one.returns, body, one.decorators),
    ]
    return made if one.keyword == "def" else [nodes.waiting(each) for each in made]
