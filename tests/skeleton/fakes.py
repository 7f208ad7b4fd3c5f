"""Which statements make up the fake of an API."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from clientsmith.plan.code import Code
from clientsmith.plan.package import FakeClass, FakesModule
from skeleton import nodes, parts

_RESOURCE = Code("FakeResource")
_CLIENT = "A client that is answered by the scripts."
_TWIN = "The async twin of `client`."


def fakes(module: FakesModule) -> nodes.Body:
    """Predict the module of the fake."""
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
