"""One module of a package: its syntax tree, and what the names in it mean.

https://docs.python.org/3/library/ast.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from clientsmith.surface import Type
from clientsmith.surface.annotations import read_type

from .unread import UnreadError

FOLDERS = frozenset({"models", "params"})
"""Where the classes are that callers can name."""
_MARKS = frozenset({"AnyItems", "Exact", "OrOtherJson", "UNTAGGED"})
"""What stands beside a type and says how it is read."""
_SAID_OF_FIELDS = frozenset({"alias", "discriminator", "repr"})
_NOTHING = frozenset({"Null", "UnsetType"})
"""What stands for nothing where `None` would mean something else."""


class Meant(Struct, frozen=True):
    """What an imported name is: a name of a module of the package, or of another."""

    module: str | None
    """Seen from the package, as `models.pet`; None for what is not part of it."""
    name: str


class Module(Struct, dict=True):
    """A module, by its path in the package: `models/pet.py`."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        try:
            return ast.parse(self.text)
        except (SyntaxError, ValueError, MemoryError) as problem:
            line = getattr(problem, "lineno", None) or 1
            node = ast.Pass(lineno=line, col_offset=0)
            raise UnreadError(self.path, node, "the syntax") from problem

    @cached_property
    def body(self) -> list[ast.stmt]:
        """Its statements."""
        return self.tree.body

    @cached_property
    def imported(self) -> Mapping[str, Meant]:
        """What each imported name means."""
        return {
            name: meant
            for node in _imports(self.body)
            for name, meant in self.meant_by(node).items()
        }

    def meant_by(self, node: ast.ImportFrom) -> Mapping[str, Meant]:
        """Say what each name means that is imported here."""
        return {
            alias.asname or alias.name: Meant(self._module_of(node), alias.name)
            for alias in node.names
        }

    @cached_property
    def classes(self) -> Mapping[str, ast.ClassDef]:
        """The classes that it defines, by their names."""
        return {node.name: node for node in self.body if isinstance(node, ast.ClassDef)}

    def class_of(self, name: str, what: str) -> ast.ClassDef:
        """Return a class.

        Raises:
            UnreadError: There is none of that name.
        """
        if name not in self.classes:
            raise UnreadError(self.path, None, f"where {what} is")
        return self.classes[name]

    def annotation(self, node: ast.expr) -> ast.expr:
        """Return an annotation with names as they are where they are defined.

        Raises:
            ValueError: Something stands beside a type that packages do not say there.
        """
        if node not in self._spelled:
            self._spelled[node] = _Spelled(self).visit(_copied(node))
        return self._spelled[node]

    @cached_property
    def _spelled(self) -> dict[ast.expr, ast.expr]:
        return {}

    def type_of(self, node: ast.expr) -> Type:
        """Read an annotation, with names as they are where they are defined.

        Raises:
            UnreadError: It is none that packages have.
        """
        try:
            return read_type(self.annotation(node))
        except (ValueError, SyntaxError, TypeError) as problem:
            what = f"the type `{ast.unparse(node)}`"
            raise UnreadError(self.path, node, what) from problem

    @cached_property
    def folder(self) -> str:
        """The part of the package that it is in: `models`, `resources`, `client`."""
        return self.path.partition("/")[0].removesuffix(".py")

    @cached_property
    def defined(self) -> frozenset[str]:
        """The names that it gives to something."""
        return frozenset(_defined(self.body))

    def _module_of(self, node: ast.ImportFrom) -> str | None:
        if not node.level:
            return None
        here = self.path.split("/")[: -node.level]
        return ".".join([*here, *filter(None, [node.module])])


def _imports(body: list[ast.stmt]) -> Iterator[ast.ImportFrom]:
    """List the imports of a module, those that only type checkers need included."""
    for node in body:
        match node:
            case ast.ImportFrom():
                yield node
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=checked):
                yield from _imports(checked)
            case _:
                pass


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield name
            case _:
                pass


def _copied(node: ast.expr) -> ast.expr:
    """Copy a node, since what gives names their meaning changes it."""
    return ast.parse(ast.unparse(node), mode="eval").body


class _Spelled(ast.NodeTransformer):
    """Gives names their meaning: `models.Pet` for a model, whatever it is called."""

    def __init__(self, module: Module) -> None:
        self._module = module

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Say where a name is defined."""
        meant = self._module.imported.get(node.id)
        if meant is None:
            is_own = node.id in self._module.defined
            folder = self._module.folder if is_own else ""
            return _named(folder, node.id)
        if meant.module is None:
            return _named("", meant.name)
        return _named(meant.module.partition(".")[0], meant.name)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Read what is spelled out: `builtins.list`."""
        if isinstance(node.value, ast.Name) and node.value.id == "builtins":
            return ast.Name(node.attr)
        return self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Leave the values of literals alone, and what stands beside types."""
        match node:
            case ast.Subscript(value=ast.Name(id="Literal")):
                return node
            case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple() as of):
                for mark in of.elts[1:]:
                    _check_mark(mark)
                of.elts[0] = self.visit(of.elts[0])
                return node
            case _:
                return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Read a type that is quoted."""
        if not isinstance(node.value, str):
            return node
        read: ast.AST = self.visit(ast.parse(node.value, mode="eval").body)
        return read


def _named(folder: str, name: str) -> ast.expr:
    if folder in FOLDERS:
        return ast.Attribute(ast.Name(folder), name)
    return ast.Constant(None) if name in _NOTHING else ast.Name(name)


def _check_mark(node: ast.expr) -> None:
    """See to it that what stands beside a type is nothing that changes it."""
    match node:
        case ast.Name(id=name):
            is_known = name in _MARKS
        case ast.Call(func=ast.Name(id="Asserts"), args=[]):
            is_known = True
        case ast.Call(func=ast.Name(id="Field"), args=[], keywords=told):
            is_known = all(one.arg in _SAID_OF_FIELDS for one in told)
        case ast.Call(func=ast.Name(id="Tag" | "by_tag"), args=[_], keywords=[]):
            is_known = True
        case _:
            is_known = False
    if not is_known:
        raise ValueError(f"{ast.unparse(node)} is no mark")
