"""Which files of the runtime a package carries: those that its modules lead to.

A part that only some APIs need is a file of its own that no other file of the
runtime imports; generated code imports it, and so brings it along.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from .shipped import templates_folder

_NAMED = re.compile(r"\b_runtime\.([a-z_]+)")
_ALWAYS = frozenset({"__init__"})


def carried(texts: Iterable[str]) -> list[Path]:
    """List the runtime files that modules import, and those that these import."""
    found = set(_ALWAYS)
    waiting = {name for text in texts for name in _NAMED.findall(text)}
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= _imported(name)
    return sorted(_file(name) for name in found)


def _file(name: str) -> Path:
    return templates_folder() / "runtime" / f"{name}.py"


@cache
def _imported(name: str) -> frozenset[str]:
    """Name what a file of the runtime imports, at once or when it is needed."""
    tree = ast.parse(_file(name).read_text("utf-8"))
    return frozenset(_siblings(tree))


def _siblings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 1:
            if node.module:
                yield node.module
            else:
                yield from (each.name for each in node.names)
