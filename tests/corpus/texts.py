"""The texts of a description, read without the product, and the references in them."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote

from ruamel.yaml import YAML

Place: TypeAlias = tuple[str, ...]
"""A file, relative to the folder of the description, and the steps in it.

The description itself has no name.
"""


def placed(pointer: str) -> Place:
    """Read a pointer of a report as the place that it names."""
    file, _, steps = pointer.partition("#")
    return (unquote(file), *map(_unescaped, steps.split("/")[1:]))


def _unescaped(step: str) -> str:
    return unquote(step).replace("~1", "/").replace("~0", "~")


@dataclass(slots=True)
class Texts:
    """The description at a path, and the files beside it."""

    path: Path
    _values: dict[str, Any] = field(default_factory=dict[str, Any])
    _included: dict[Place, str] = field(default_factory=dict[Place, str])
    """Which file the values of a place come from that are included there."""

    @property
    def root(self) -> dict[str, Any]:
        """The description itself."""
        root: dict[str, Any] = self._read("")
        return root

    def at(self, place: Place) -> Any:
        """Return what is written at a place; nothing where there is nothing."""
        value = self._read(place[0])
        for step in place[1:]:
            # What points at nothing is wrong, and there is nothing to count in it.
            found = value[int(step)] if isinstance(value, list) else value.get(step)
            value = {} if found is None else found
        return value

    def enter(self, value: Any, at: Place) -> tuple[Any, Place]:
        """Follow references to what a value stands for, and where that is."""
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            value, at = self.step(value["$ref"], at)
        return value, at

    def include(self, value: Any, at: Place) -> Any:
        """Follow references where none is allowed: what they lead to is put there."""
        found, place = self.enter(value, at)
        if place != at:
            self._included[at] = place[0]
        return found

    def step(self, reference: str, at: Place) -> tuple[Any, Place]:
        """Follow one reference that stands at a place."""
        target, _, fragment = reference.partition("#")
        file = self._file(self._base(at), unquote(target))
        steps = tuple(map(_unescaped, fragment.split("/")[1:]))
        return self.at((file, *steps)), (file, *steps)

    def _base(self, at: Place) -> str:
        """Return the file in which a place is written."""
        starts = (at[:length] for length in range(len(at), 0, -1))
        return next((self._included[s] for s in starts if s in self._included), at[0])

    def _file(self, file: str, target: str) -> str:
        """Name a file by the way from the folder of the description."""
        here = self.path.parent / file if file else self.path
        there = os.path.normpath(here.parent / target) if target else here
        way = Path(os.path.relpath(there, self.path.parent)).as_posix()
        return "" if way == self.path.name else way

    def _read(self, file: str) -> Any:
        if file not in self._values:
            path = self.path.parent / file if file else self.path
            self._values[file] = _textual(_parsed(path.read_text("utf-8-sig")))
        return self._values[file]


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return YAML(typ="safe").load(text)


def _textual(value: Any) -> Any:
    """Let all keys be text, as in JSON: YAML has statuses that are numbers."""
    if isinstance(value, list):
        return [_textual(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _textual(item) for key, item in value.items()}
    return value
