"""What a request builder says of an operation: the facts that stand once."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast

from msgspec import Struct

from .module import Module
from .sending import form_of, media_of
from .unread import UnreadError

_PLACES: Mapping[str, str] = {
    "cookies": "cookie",
    "headers": "header",
    "path": "path",
    "query": "query",
}
"""Where arguments go, by the keyword of the request that has them."""
_SAID = frozenset({"accept", "idempotent", "redirects", "server", "terminator"})
"""What a request says beside its arguments, as a text, a number or several."""
Way: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Schemes that are enough together, each with its scopes."""
Ways: TypeAlias = tuple[Way, ...]
"""Alternatives."""


class Wire(Struct, frozen=True):
    """Where an argument goes, under which name, and how it is sent there."""

    name: str
    form: str = ""


class Facts(Struct, frozen=True):
    """What is asked of the API, and where each argument goes."""

    verb: str
    path: str
    wires: Mapping[str, Wire]
    """By the name of the argument."""
    media: tuple[str, ...]
    """The media types of the body."""
    said: tuple[tuple[str, str], ...]
    """What else the request says."""
    nullable: frozenset[str]
    """The arguments for which None is sent."""
    headers: str | None
    """The class of the headers of the answer."""
    security: Ways | None
    """None where what holds for all operations holds here."""


def facts_of(module: Module, builder: ast.FunctionDef) -> Facts:
    """Read a request builder.

    Raises:
        UnreadError: It builds no request, or one of another clientsmith.
    """
    call = _request(module, builder)
    given = {one.arg: one.value for one in call.keywords if one.arg}
    headers = given.get("response_headers")
    security = given.get("security")
    return Facts(
        verb=_text(module, given.get("method"), builder),
        path=_path(module, given.get("path"), builder),
        wires=dict(_wires(module, call, builder)),
        media=media_of(module, given.get("body")),
        said=tuple(sorted(_said(given))),
        nullable=frozenset(_listed(call, "nullable")),
        headers=headers.id if isinstance(headers, ast.Name) else None,
        security=None if security is None else ways_of(module, security),
    )


def _said(given: Mapping[str, ast.expr]) -> Iterator[tuple[str, str]]:
    """List what a request says beside its arguments."""
    for name in _SAID & given.keys():
        match given[name]:
            case ast.Constant(value=value):
                yield name, str(value)
            case ast.Tuple(elts=listed):
                texts = [one.value for one in listed if isinstance(one, ast.Constant)]
                yield name, ", ".join(map(str, texts))
            case _:
                pass


def _request(module: Module, builder: ast.FunctionDef) -> ast.Call:
    match builder.body[-1]:
        case ast.Return(value=ast.Call() as call):
            return call
        case _:
            raise UnreadError(module.path, builder, f"the request of `{builder.name}`")


def _text(module: Module, node: ast.expr | None, builder: ast.FunctionDef) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case _:
            what = f"what `{builder.name}` asks for"
            raise UnreadError(module.path, node or builder, what)


def _path(module: Module, node: ast.expr | None, builder: ast.FunctionDef) -> str:
    """Return the template of a path, which may be filled by a call."""
    match node:
        case ast.Call(args=[template, *_]):
            return _text(module, template, builder)
        case _:
            return _text(module, node, builder)


def ways_of(module: Module, node: ast.expr) -> Ways:
    """Read which credentials are enough."""
    try:
        return tuple(map(_way, ast.literal_eval(node)))
    except (ValueError, TypeError) as problem:
        raise UnreadError(module.path, node, "which credentials are") from problem


def _way(way: Any) -> Way:
    """Read one alternative; it had no scopes in older packages."""
    if isinstance(way, dict):
        schemes = cast("dict[str, Iterable[str]]", way)
        return tuple((scheme, tuple(scopes)) for scheme, scopes in schemes.items())
    return tuple((scheme, ()) for scheme in cast("Iterable[str]", way))


def _wires(
    module: Module, call: ast.Call, builder: ast.FunctionDef
) -> Iterator[tuple[str, Wire]]:
    """Say where each argument goes, and under which name."""
    positional = {one.arg for one in builder.args.args}
    for keyword in call.keywords:
        place = _PLACES.get(keyword.arg or "")
        if place == "path" and isinstance(keyword.value, ast.Call):
            yield from _parts_of_path(module, keyword.value, positional)
        elif place:
            yield from _written(module, keyword.value, place)
    renamed = dict(_pairs(call, "renamed"))
    yield from ((name, Wire(f"body.{key}")) for name, key in renamed.items())


def _parts_of_path(
    module: Module, call: ast.Call, positional: set[str]
) -> Iterator[tuple[str, Wire]]:
    for part in call.keywords:
        named = [(part.arg, part.value)] if part.arg else [*_entries(part.value)]
        for wire, value in named:
            form = form_of(module, value) if isinstance(value, ast.Call) else ""
            for node in ast.walk(value):
                if isinstance(node, ast.Name) and node.id in positional:
                    yield node.id, Wire(f"path.{wire}", form)


def _entries(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant):
                yield str(key.value), value


def _written(module: Module, node: ast.expr, place: str) -> Iterator[tuple[str, Wire]]:
    """Read calls as `form("limit", params.get("limit"))`; one without is the whole."""
    for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
        argument = next((name for each in call.args for name in _taken(each)), None)
        if argument is None:
            continue
        match call.args[0]:
            case ast.Constant(value=str(wire)):
                yield argument, Wire(f"{place}.{wire}", form_of(module, call))
            case _:
                whole = f"{place}string.{argument}"
                yield argument, Wire(whole, form_of(module, call))


def _taken(node: ast.expr) -> Iterator[str]:
    """Return the argument that is taken out of all that were given."""
    match node:
        case ast.Subscript(value=ast.Name(), slice=ast.Constant(value=str(name))):
            yield name
        case ast.Call(
            func=ast.Attribute(value=ast.Name(), attr="get"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            yield name
        case _:
            pass


def _keywords(call: ast.Call, name: str) -> Iterator[ast.expr]:
    for node in ast.walk(call):
        if isinstance(node, ast.keyword) and node.arg == name:
            yield node.value


def _listed(call: ast.Call, name: str) -> Iterator[str]:
    for value in _keywords(call, name):
        if isinstance(value, ast.Tuple):
            for each in value.elts:
                if isinstance(each, ast.Constant):
                    yield str(each.value)


def _pairs(call: ast.Call, name: str) -> Iterator[tuple[str, str]]:
    for value in _keywords(call, name):
        for key, each in _entries(value):
            if isinstance(each, ast.Constant):
                yield key, str(each.value)
