"""Which statements define types, list public names and declare errors."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from clientsmith.plan.code import Code
from clientsmith.plan.package import (
    AliasDefinition,
    ClassDefinition,
    Definition,
    DefinitionsModule,
    ErrorsModule,
    Export,
    FunctionalDefinition,
    IndexModule,
    RecursiveDefinition,
    StatusErrorClass,
)
from skeleton import nodes, parts

_LAZY = "__getattr__, __dir__ = lazy_exports(__name__, {})"
_STATUSES = "STATUS_ERRORS: dict[int, type[StatusError]] = {}"


def definitions(module: DefinitionsModule) -> nodes.Body:
    """Predict a module of `models` or `params`."""
    return [
        parts.docstring(module.docstring),
        *parts.imports(module.imports),
        *nodes.flat(_definition(each) for each in module.definitions),
    ]


def _definition(definition: Definition) -> nodes.Body:
    match definition:
        case ClassDefinition(docstring=docstring, fields=fields, members=blocks):
            listed = (*(each for block in blocks for each in block), *fields)
            shown = nodes.flat(parts.field(each) for each in listed)
            body = [parts.docstring(docstring), *shown]
            marks = definition.decorators
            return [nodes.class_(definition.name, definition.base, body, marks)]
        case AliasDefinition(value=value, docstrings=docstrings):
            alias = f"{parts.name(definition.name)}: TypeAlias = ..."
            named = nodes.annotated(alias, parts.expression(value))
            return [named, *map(parts.docstring, docstrings)]
        case RecursiveDefinition(docstrings=docstrings):
            pieces = (definition.quoted, definition.value)
            made = nodes.call(Code("TypeAliasType"), *pieces)
            named = nodes.assignment(definition.name, made)
            return [named, *map(parts.docstring, docstrings)]
        case FunctionalDefinition(docstring=docstring, fields=fields):
            made = nodes.call(Code("TypedDict"), definition.quoted)
            made.args.append(parts.entries(fields))
            named = nodes.assignment(definition.name, made)
            return [named, parts.docstring(docstring)]


def lazy(exports: Sequence[Export]) -> ast.stmt:
    """Predict how names are imported when they are first used."""
    made = nodes.statement(_LAZY)
    assert isinstance(made, ast.Assign)
    assert isinstance(made.value, ast.Call)
    made.value.args[-1] = ast.Dict(
        [parts.expression(each.module) for each in exports],
        [parts.expression(each.names) for each in exports],
    )
    return nodes.conditional("not TYPE_CHECKING", [made])


def index(module: IndexModule) -> nodes.Body:
    """Predict an `__init__` that imports its names when they are first used."""
    return [
        parts.docstring(module.docstring),
        *parts.imports(module.imports),
        *nodes.checked([module.type_checking]),
        *nodes.flat(parts.field(each) for group in module.constants for each in group),
        nodes.exported(module.names),
        lazy(module.exports),
    ]


def errors(module: ErrorsModule) -> nodes.Body:
    """Predict the module of what a package raises."""
    return [
        parts.docstring(module.docstring),
        *parts.imports(module.imports),
        *nodes.checked(module.type_checking),
        nodes.exported(module.exports),
        *(_error(each) for each in module.classes),
        nodes.annotated(_STATUSES, parts.entries(module.statuses)),
        nodes.string("The class that each status raises."),
    ]


def _error(one: StatusErrorClass) -> ast.stmt:
    fields = nodes.flat(parts.field(each) for each in one.fields)
    return nodes.class_(one.name, one.base, [parts.docstring(one.docstring), *fields])
