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

from .asserted import limits_among, limits_beside
from .defaults import alias_in, needs_value
from .docs import docstring_of, in_line, own_words, parts_of, said_in
from .files import PackageFiles
from .heads import Head, head_of
from .module import Module
from .statements import statements_in, unknown
from .unread import UnreadError

_FREE: Final = "NotRequired"
_EXTRA: Final = "__pydantic_extra__"
_CLOSED: Final = "additional_properties=False"


def definitions_of(
    files: PackageFiles, arguments: Container[str]
) -> Iterator[Definition]:
    """List models, and what may be given of them; dictionaries of calls are neither."""
    for module in files.definitions():
        for node, below in statements_in(module.body):
            for one in _defined(files, module, node, below):
                if one.name not in arguments:
                    yield one


def _defined(
    files: PackageFiles, module: Module, node: ast.stmt, below: str
) -> Iterator[Definition]:
    match node:
        case ast.ClassDef():
            yield _class(files, module, node)
        case ast.AnnAssign(
            target=ast.Name(id=name),
            annotation=ast.Name(id="TypeAlias"),
            value=ast.expr() as value,
        ):
            yield _alias(files, module, node, name, value, below)
        case ast.Assign(
            targets=[ast.Name(id=name)],
            value=ast.Call(
                func=ast.Name(id="TypedDict"),
                args=[ast.Constant(value=called), ast.Dict() as keys],
                keywords=[],
            ),
        ) if called == name:
            yield _dictionary(files, module, node, name, keys, below)
        case ast.Assign(
            targets=[ast.Name(id=name)],
            value=ast.Call(
                func=ast.Name(id="TypeAliasType"),
                args=[ast.Constant(value=called), value],
                keywords=[],
            ),
        ) if called == name:
            yield _alias(files, module, node, name, value, below)
        case _:
            raise unknown(module, node)


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
        limits=limits_beside(module, value, said),
        docs=own_words(said.docs, name),
        deprecated=said.deprecated,
    )


def _class(files: PackageFiles, module: Module, node: ast.ClassDef) -> Definition:
    full = _full(files, module, node, node.name)
    head, parts = head_of(module, node), parts_of(docstring_of(node))
    said = said_in(parts.about)
    docs = own_words(said.docs, node.name)
    if head.is_enumeration:
        members = tuple(_members(files, module, node, full))
        return Enumeration(
            name=full, members=members, docs=docs, deprecated=said.deprecated
        )
    fields = [*_tagged(head), *_fields(files, module, node, full)]
    return Record(
        name=full,
        fields=tuple(one for one in fields if one.name != _EXTRA),
        others=next((each for one in fields for each in _extra(one)), None),
        closed=_is_closed(head),
        limits=limits_among(module, head.asserts, said),
        docs=docs,
        deprecated=said.deprecated,
    )


def _tagged(head: Head) -> Iterator[Parameter]:
    """Return the property that a class has by what is said above it."""
    if head.tag:
        name, tag = head.tag
        yield Parameter(name=name, wire=name, type=Literals((tag,)))


def _is_closed(head: Head) -> bool:
    """Tell whether nothing is to be there that has no name."""
    told = [each for one in head.asserts for each in ast.walk(one)]
    return any(
        isinstance(each, ast.keyword) and ast.unparse(each) == _CLOSED for each in told
    )


def _extra(one: Parameter) -> Iterator[Type]:
    """Return the type of what has no name."""
    match one:
        case Parameter(name=name, type=Generic(of=[of])) if name == _EXTRA:
            yield of
        case _:
            pass


def _members(
    files: PackageFiles, module: Module, node: ast.ClassDef, full: str
) -> Iterator[tuple[str, str]]:
    for each, _ in statements_in(node.body):
        match each:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Constant(value=str() | int())
                | ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int())) as it,
            ):
                files.note(f"{full}.{name}", module, each)
                yield name, json.dumps(ast.literal_eval(it))
            case _:
                raise unknown(module, each)


def _fields(
    files: PackageFiles, module: Module, node: ast.ClassDef, full: str
) -> Iterator[Parameter]:
    for each, below in statements_in(node.body):
        match each:
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield field_of(files, module, full, name, each, below)
            case _:
                raise unknown(module, each)


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
        wire=alias_in(module, node) or name,
        type=type_,
        required=needs_value(module, node, type_) and required,
        default=said.default,
        limits=limits_beside(module, inner, said),
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
        limits=limits_among(module, (), said),
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
