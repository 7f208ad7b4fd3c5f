"""Which names a generated module uses without saying where they come from.

Whatever it refers to is imported from a few modules, defined in it, or a type that
every Python has. So there is nothing by which an expression could do more than name
types and make values of the package itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from skeleton.nodes import Body
from skeleton.parts import expression

_MODULES = frozenset(
    {
        "__future__",
        "builtins",
        "collections.abc",
        "datetime",
        "decimal",
        "functools",
        "pydantic",
        "typing",
        "typing_extensions",
        "uuid",
    }
)
_TESTING = frozenset(
    {"getattr", "isinstance", "json", "len", "pathlib", "pytest", "range", "types"}
)
"""What the tests beside a package use besides."""
_BUILT_IN = frozenset(
    {
        "__name__",
        "bool",
        "bytes",
        "dict",
        "float",
        "int",
        "list",
        "object",
        "staticmethod",
        "str",
        "super",
        "tuple",
        "type",
    }
)


def strangers(body: Body, package: str) -> list[str]:
    """List the modules and names that a module has no business with."""
    module = ast.Module(body, [])
    others = [one for one in _imported(module) if not _is_known(one, package)]
    return [*others, *_unbound(module, _BUILT_IN | _TESTING)]


def _is_known(module: str, package: str) -> bool:
    return module.startswith(".") or module in _MODULES | _TESTING | {
        package,
        f"{package}._runtime.to_json",
        f"{package}.testing",
    }


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=name, level=level):
                yield f"{'.' * level}{name or ''}"
            case _:
                pass


def _unbound(node: ast.AST, bound: frozenset[str]) -> Iterator[str]:
    """Find names that are used where nothing has given them a meaning."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name not in bound:
            yield name
        case ast.Attribute(value=ast.Name("builtins"), attr=name):
            yield from {name} - _BUILT_IN
        case ast.Attribute(attr=name) if name.startswith("__") and name != "__init__":
            yield name
        case ast.Module():
            bound |= {*_bound(node)}
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            for each in (*node.decorator_list, node.args, node.returns):
                yield from _unbound(each, bound) if each else ()
            yield from _unbound(ast.Module(node.body, []), bound | {*_bound(node)})
            return
        case _:
            pass
    for text in _postponed(node):
        yield from _unbound(expression(text), bound)
    for child in ast.iter_child_nodes(node):
        yield from _unbound(child, bound)


def _bound(scope: ast.AST) -> Iterator[str]:
    """List the names that belong to a scope, and not to one inside it."""
    for node in ast.iter_child_nodes(scope):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
                continue
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                yield from (each.asname or each.name for each in names)
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name
            case _:
                pass
        yield from _bound(node)


def _postponed(node: ast.AST) -> Iterator[str]:
    """List the texts that are read as types later."""
    match node:
        case ast.AnnAssign(annotation=ast.Name("TypeAlias"), value=type_):
            yield from _texts(type_)
        case ast.AnnAssign(annotation=type_) | ast.arg(annotation=type_):
            yield from _texts(type_)
        case ast.FunctionDef(returns=type_):
            yield from _texts(type_)
        case ast.Call(func=ast.Name("TypeAliasType"), args=[_, type_]):
            yield from _texts(type_)
        case ast.Call(func=ast.Name("TypedDict"), args=[_, ast.Dict(values=types)]):
            for each in types:
                yield from _texts(each)
        case _:
            pass


def _texts(type_: ast.expr | None) -> Iterator[str]:
    match type_:
        case ast.Constant(value=str(text)):
            yield text
        case None | ast.Call() | ast.Subscript(value=ast.Name("Literal")):
            return
        case _:
            for each in ast.iter_child_nodes(type_):
                yield from _texts(each) if isinstance(each, ast.expr) else ()
