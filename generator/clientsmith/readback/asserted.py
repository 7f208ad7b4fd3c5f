"""What is asserted of values: in words of docs, and where strict validation looks."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from clientsmith.surface import Limits, in_order, limits_in, limits_of_mark

from .docs import Said
from .module import Module
from .unread import UnreadError

_ODD: Final = (ValueError, TypeError, AttributeError, KeyError)
"""What comes of values that no keyword has."""


def limits_beside(module: Module, node: ast.expr, said: Said) -> Limits:
    """List what is asserted of a value: beside its type, and in words."""
    try:
        found = dict(limits_in(module.annotation(node)))
    except _ODD as problem:
        raise _unread(module, node) from problem
    return in_order(_joined(dict(said.limits), found))


def limits_among(module: Module, marks: Iterable[ast.expr], said: Said) -> Limits:
    """List what is asserted of an object: above its class, and in words."""
    found = dict(said.limits)
    for mark in marks:
        try:
            found = _joined(found, limits_of_mark(mark))
        except _ODD as problem:
            raise _unread(module, mark) from problem
    return in_order(found)


def is_mark(node: ast.expr) -> bool:
    """Tell whether something is a mark that asserts what marks may."""
    try:
        limits_of_mark(node)
    except _ODD:
        return False
    return True


def _unread(module: Module, node: ast.expr) -> UnreadError:
    return UnreadError(module.path, node, f"what `{ast.unparse(node)}` asserts")


def _joined(said: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """Take what is validated for what is meant, where words say it otherwise."""
    both = {**said, **found}
    for name in ("patterns", "others"):
        listed = [*_texts(said.get(name)), *_texts(found.get(name))]
        if listed:
            both[name] = json.dumps([*dict.fromkeys(listed)])
    return both


def _texts(listed: str | None) -> Iterator[str]:
    yield from json.loads(listed) if listed else ()
