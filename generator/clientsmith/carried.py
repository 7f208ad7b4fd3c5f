"""Which files of the runtime a package carries: those that its modules lead to.

A part that only some APIs need is a file of its own that no other file of the
runtime imports; generated code imports it, and so brings it along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from .shipped import templates_folder

_NAMED = re.compile(r"\._runtime\.([a-z_]+)")
_SIBLING = re.compile(r"^ *from \.([a-z_]+) import ", re.MULTILINE)
"""How a file of the runtime imports another one, at once or when it is needed."""
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
    """Name what a file of the runtime imports."""
    return frozenset(_SIBLING.findall(_file(name).read_text("utf-8")))
