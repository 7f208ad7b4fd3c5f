"""Which statements make up the fake of an API, and what makes its models."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from clientsmith.plan.code import Code, code
from clientsmith.plan.package import FakeClass, FakesModule, MakingModule
from skeleton import nodes, parts

_RESOURCE = Code("FakeResource")
_CLIENT = "A client that is answered by the scripts."
_TWIN = "The async twin of `client`."


def testing(module: FakesModule | MakingModule) -> nodes.Body:
    """Predict a module that tests import."""
    return _fakes(module) if isinstance(module, FakesModule) else _making(module)


def _fakes(module: FakesModule) -> nodes.Body:
    body = [
        parts.docstring(module.about),
        nodes.statement("_api = API"),
        *_scripts(module.fields),
        _client(Code("client"), Code("Client"), _CLIENT, module.arguments),
        _client(
            Code("async_client"), Code("AsyncClient"), _TWIN, module.async_arguments
        ),
    ]
    return [
        parts.docstring(module.docstring),
        *parts.imports(module.imports),
        *nodes.checked(module.type_checking),
        *(_class(each) for each in module.classes),
        nodes.class_(Code("FakeApi"), Code("BaseFake"), body),
    ]


def _making(module: MakingModule) -> nodes.Body:
    made = nodes.call(Code("Maker"))
    for name, entries in (("texts", module.texts), ("tags", module.tags)):
        value = parts.entries(code("{},", each) for each in entries)
        made.keywords.append(ast.keyword(name, value))
    return [
        parts.docstring(module.docstring),
        *parts.imports(module.imports),
        nodes.assignment(Code("make"), made),
    ]


def _class(one: FakeClass) -> ast.stmt:
    body = [parts.docstring(one.docstring), *_scripts(one.fields)]
    return nodes.class_(one.name, _RESOURCE, body)


def _scripts(fields: Iterable[Code]) -> nodes.Body:
    """Read attributes that have a type, and nothing else."""
    found = nodes.flat(parts.field(each) for each in fields)
    assert all(isinstance(one, ast.AnnAssign) and one.value is None for one in found)
    return found


def _client(name: Code, kind: Code, about: str, arguments: Code) -> ast.stmt:
    body = [nodes.string(about), ast.Return(nodes.call(kind, arguments))]
    return nodes.function(name, Code("self"), kind, body, [Code("cached_property")])
