"""A configuration as it is written: its tables, and where each key stands.

https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from msgspec import Struct

from clientsmith.diagnostics import Exit, Outcome, Position, error
from clientsmith.pointer import Pointer
from clientsmith.toml_places import place_of

from .finding import PROJECT

_PLACE: Final = re.compile(r" \(at line (\d+), column (\d+)\)$")
_TOOL: Final = ("tool", "clientsmith")


class Written(Struct, frozen=True):
    """The tables of a configuration."""

    path: Path
    text: str
    tables: Mapping[str, Any]
    above: tuple[str, ...] = ()
    """The keys that lead to them, in a file that holds others."""

    def place(self, *keys: str) -> Position:
        """Return where the table or the key stands that some keys lead to."""
        return Position(self.path.name, *place_of(self.text, (*self.above, *keys)))

    def pointer(self, *keys: str) -> Pointer:
        """Return the way to a table or a key, for diagnostics of a description."""
        return Pointer(self.path.name, (*self.above, *keys))


def read_written(path: Path) -> Outcome[Written]:
    """Read a file of TOML; what is none is a diagnostic."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tables: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        place = _PLACE.search(str(broken))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        message = f"this is not TOML: {_PLACE.sub('', str(broken))}"
        at = Position(path.name, line, column)
        problem = error("config-syntax", message, at, exit=Exit.USAGE)
        return Outcome(None, (problem,))
    above = _TOOL if path.name == PROJECT else ()
    for key in above:
        tables = tables.get(key, {})
    if not isinstance(tables, dict):
        at = Position(path.name, *place_of(text, above))
        message = "`clientsmith` must be a table"
        return Outcome(None, (error("config-value", message, at, exit=Exit.USAGE),))
    return Outcome(Written(path, text, cast("dict[str, Any]", tables), above))
