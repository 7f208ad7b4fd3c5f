"""What a generated package says of types, read from its files."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from clientsmith.surface import spelled
from clientsmith.surface.annotations import read_type

Said = dict[str, str]
"""Types as people write them, by the name of a class and of what is in it."""


def said_by(files: Mapping[str, str], folder: str) -> Said:
    """Read the classes and aliases of a folder: `models` or `params`."""
    found: Said = {}
    for path, text in files.items():
        inside = path.split("/")[1:2] == [folder] and path.endswith(".py")
        if inside and not path.endswith("__init__.py"):
            found |= _Module(ast.parse(text)).said()
    return found


class _Module:
    """One module, and what it calls what it imports under another name."""

    def __init__(self, module: ast.Module) -> None:
        self._body = module.body
        self._names = {
            each.asname: each.name
            for node in ast.walk(module)
            if isinstance(node, ast.ImportFrom)
            for each in node.names
            if each.asname
        }

    def said(self) -> Said:
        """Say what is defined, and as what."""
        return dict(pair for node in self._body for pair in self._definition(node))

    def _definition(self, node: ast.stmt) -> Iterator[tuple[str, str]]:
        match node:
            case ast.ClassDef(name=name, body=body):
                yield name, "class"
                for each in body:
                    match each:
                        case ast.AnnAssign(target=ast.Name(id=field), annotation=type_):
                            yield f"{name}.{field}", self._type(type_)
                        case _:
                            pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, self._type(value)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
                yield from self._called(name, call)
            case _:
                pass

    def _called(self, name: str, call: ast.Call) -> Iterator[tuple[str, str]]:
        """Read what is defined by a call: a typed dictionary, or a late alias."""
        match call.args[1]:
            case ast.Dict(keys=keys, values=values):
                yield name, "class"
                for key, value in zip(keys, values, strict=True):
                    assert key is not None
                    yield f"{name}.{ast.literal_eval(key)}", self._type(value)
            case value:
                yield name, self._type(value)

    def _type(self, node: ast.expr) -> str:
        renamed = _Renamed(self._names).visit(node)
        return spelled(read_type(renamed))


class _Renamed(ast.NodeTransformer):
    """Gives imported names back, and reads what is quoted."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """Return the name that something has where it is defined."""
        return ast.Name(self._names.get(node.id, node.id))

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Leave the values of literals alone."""
        if isinstance(node.value, ast.Name) and node.value.id == "Literal":
            return node
        if isinstance(node.value, ast.Name) and node.value.id == "Annotated":
            assert isinstance(node.slice, ast.Tuple)
            node.slice.elts[0] = self.visit(node.slice.elts[0])
            return node
        return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Read a quoted type."""
        if not isinstance(node.value, str):
            return node
        return self.visit(ast.parse(node.value, mode="eval").body)
