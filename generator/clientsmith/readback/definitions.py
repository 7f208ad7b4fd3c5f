"""The classes and aliases that callers can name, read from their modules."""

from __future__ import annotations

import ast
import json
from collections.abc import Container, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from clientsmith.surface import (
    NONE,
    Alias,
    Definition,
    Enumeration,
    Generic,
    Literals,
    Parameter,
    Record,
    Type,
    one_of,
)

from .docs import (
    Said,
    docstring_of,
    in_line,
    own_words,
    parts_of,
    said_in,
    with_docstrings,
)
from .files import PackageFiles
from .module import Module
from .unread import UnreadError

_FREE: Final = "NotRequired"
_EXTRA: Final = "__pydantic_extra__"
_ENUMERATIONS: Final = "Enum"
_ASSERTED: Final = frozenset(
    {
        f"{way}_{kind}"
        for way in ("min", "max")
        for kind in ("length", "items", "properties")
    }
    | {"minimum", "maximum", "exclusive_minimum", "exclusive_maximum"}
    | {"multiple_of", "unique_items"}
)


def definitions_of(
    files: PackageFiles, arguments: Container[str]
) -> Iterator[Definition]:
    """List models, and what may be given of them; dictionaries of calls are neither."""
    for module in files.definitions():
        for node, below in with_docstrings(module.body):
            for one in _defined(files, module, node, below):
                if one.name not in arguments:
                    yield one


def _defined(
    files: PackageFiles, module: Module, node: ast.stmt, below: str
) -> Iterator[Definition]:
    match node:
        case ast.ClassDef():
            yield _class(files, module, node)
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield _alias(files, module, node, name, value, below)
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
            yield from _called(files, module, node, name, call, below)
        case _:
            pass


def _full(files: PackageFiles, module: Module, node: ast.stmt, name: str) -> str:
    full = f"{module.folder}.{name}"
    files.note(full, module, node)
    return full


def _alias(
    files: PackageFiles,
    module: Module,
    node: ast.stmt,
    name: str,
    value: ast.expr,
    below: str,
) -> Alias:
    said, full = said_in(below), _full(files, module, node, name)
    return Alias(
        name=full,
        type=module.type_of(value),
        docs=own_words(said.docs, name),
        deprecated=said.deprecated,
    )


def _class(files: PackageFiles, module: Module, node: ast.ClassDef) -> Definition:
    full = _full(files, module, node, node.name)
    parts = parts_of(docstring_of(node))
    said = said_in(parts.about)
    docs = own_words(said.docs, node.name)
    if any(_base(each).endswith(_ENUMERATIONS) for each in node.bases):
        members = tuple(_members(files, module, node, full))
        return Enumeration(
            name=full, members=members, docs=docs, deprecated=said.deprecated
        )
    fields = [*_fields(files, module, node, full)]
    return Record(
        name=full,
        fields=tuple(one for one in fields if one.name != _EXTRA),
        others=next((each for one in fields for each in _extra(one)), None),
        docs=docs,
        deprecated=said.deprecated,
    )


def _extra(one: Parameter) -> Iterator[Type]:
    """Return the type of what has no name."""
    match one:
        case Parameter(name=name, type=Generic(of=[of])) if name == _EXTRA:
            yield of
        case _:
            pass


def _base(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _members(
    files: PackageFiles, module: Module, node: ast.ClassDef, full: str
) -> Iterator[tuple[str, str]]:
    for each in node.body:
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=it)):
                files.note(f"{full}.{name}", module, each)
                yield name, json.dumps(it)
            case _:
                pass


def _fields(
    files: PackageFiles, module: Module, node: ast.ClassDef, full: str
) -> Iterator[Parameter]:
    for each, below in with_docstrings(node.body):
        match each:
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield field_of(files, module, full, name, each, below)
            case _:
                pass


def field_of(
    files: PackageFiles,
    module: Module,
    full: str,
    name: str,
    node: ast.AnnAssign,
    below: str,
) -> Parameter:
    """Read an attribute, or a key of a dictionary."""
    files.note(_place(full, name), module, node)
    required, inner = _required(node.annotation)
    type_ = module.type_of(inner)
    is_given = full.startswith("params.")
    if not is_given and not required:
        type_ = one_of([type_, NONE])
    said = said_in(below)
    return Parameter(
        name=name,
        wire=_alias_in(node) or name,
        type=type_,
        required=required and _needs_value(node, type_),
        default=said.default,
        limits=_limits(said, node),
        docs=said.docs,
        deprecated=said.deprecated,
    )


def _place(full: str, name: str) -> str:
    return f'{full}["{name}"]' if full.startswith("params.") else f"{full}.{name}"


def _required(node: ast.expr) -> tuple[bool, ast.expr]:
    """Tell whether a key has to be there, and what its value is."""
    match node:
        case ast.Subscript(value=ast.Name(id=name), slice=inner) if name == _FREE:
            return False, inner
        case _:
            return True, node


def _needs_value(node: ast.AnnAssign, type_: Type) -> bool:
    """Tell whether a value has to be given; a constant is always the same."""
    match node.value:
        case None:
            return True
        case ast.Constant(value=str() | int() | float() as value):
            return type_ == Literals((value,))
        case _:
            return False


def _calls_in(node: ast.AnnAssign) -> Iterator[ast.Call]:
    for part in (node.annotation, node.value):
        if part is not None:
            yield from (one for one in ast.walk(part) if isinstance(one, ast.Call))


def _alias_in(node: ast.AnnAssign) -> str:
    """Return the key that an attribute has in JSON, where that is another one."""
    for call in _calls_in(node):
        for keyword in call.keywords:
            match keyword:
                case ast.keyword(arg="alias" | "name", value=ast.Constant(value=key)):
                    return str(key)
                case _:
                    pass
    return ""


def _limits(said: Said, node: ast.AnnAssign) -> tuple[tuple[str, str], ...]:
    """List what is asserted: in words, or where strict validation looks."""
    found = dict(said.limits)
    for call in _calls_in(node):
        if _base(call.func) == "Asserts":
            for each in call.keywords:
                if each.arg in _ASSERTED:
                    found.setdefault(each.arg, ast.unparse(each.value))
    return tuple(sorted(found.items()))


def _called(
    files: PackageFiles,
    module: Module,
    node: ast.stmt,
    name: str,
    call: ast.Call,
    below: str,
) -> Iterator[Definition]:
    """Read what is defined by a call: a typed dictionary, or an alias."""
    match call.args:
        case [_, ast.Dict() as keys]:
            yield _dictionary(files, module, node, name, keys, below)
        case [_, value]:
            yield _alias(files, module, node, name, value, below)
        case _:
            raise UnreadError(module.path, node, f"what `{name}` is")


def _dictionary(
    files: PackageFiles,
    module: Module,
    node: ast.stmt,
    name: str,
    keys: ast.Dict,
    below: str,
) -> Record:
    full, parts = _full(files, module, node, name), parts_of(below)
    said, told = said_in(parts.about), parts.sections.get("Keys", {})
    fields = [
        _key(files, module, full, key, value, told)
        for key, value in zip(keys.keys, keys.values, strict=True)
    ]
    return Record(
        name=full,
        fields=tuple(fields),
        docs=own_words(said.docs, name),
        deprecated=said.deprecated,
    )


def _key(
    files: PackageFiles,
    module: Module,
    full: str,
    key: ast.expr | None,
    value: ast.expr,
    told: Mapping[str, str],
) -> Parameter:
    if not isinstance(key, ast.Constant):
        raise UnreadError(module.path, value, f"a key of `{full}`")
    name = str(key.value)
    docs = told.get(name, "")
    node = ast.AnnAssign(
        ast.Name(name), value, simple=1, lineno=key.lineno, col_offset=key.col_offset
    )
    return replace(field_of(files, module, full, name, node, in_line(docs)), name=name)
