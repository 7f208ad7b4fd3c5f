"""Finds values in JSON by reading only the objects on the way to them.

https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from .reading import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .passage import Passage

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_decode: Final = json.JSONDecoder().raw_decode

Members: TypeAlias = dict[str, tuple[int, int]]
"""For each key or index, where its key and its value begin."""


class JsonPlaces:
    """The places of one JSON text; what was read once is remembered."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._content = passage.content
        self._members: dict[int, Members] = {}

    def find(self, steps: Sequence[str]) -> Place:
        """Follow the steps from the root as far as they lead."""
        key = value = _skip(self._content, 0)
        followed = 0
        for step in steps:
            members = self._members_of(value)
            if step not in members:
                break
            key, value = members[step]
            followed += 1
        return Place(followed, self._passage.position(key), self._written(value))

    def _members_of(self, offset: int) -> Members:
        if offset not in self._members:
            self._members[offset] = _read_members(self._content, offset)
        return self._members[offset]

    def _written(self, offset: int) -> str | None:
        if self._content[offset] in "{[":
            return None
        value, end = _decode(self._content, offset)
        return value if isinstance(value, str) else self._content[offset:end]


def _read_members(content: str, offset: int) -> Members:
    match content[offset]:
        case "{":
            return _read_object(content, offset)
        case "[":
            return _read_array(content, offset)
        case _:
            return {}


def _read_object(content: str, offset: int) -> Members:
    members: Members = {}
    at = _skip(content, offset + 1)
    while content[at] != "}":
        key, end = _decode(content, at)
        value = _skip(content, _skip(content, end) + 1)
        members[key] = (at, value)
        at = _next(content, value)
    return members


def _read_array(content: str, offset: int) -> Members:
    members: Members = {}
    at = _skip(content, offset + 1)
    while content[at] != "]":
        members[str(len(members))] = (at, at)
        at = _next(content, at)
    return members


def _next(content: str, value: int) -> int:
    _, end = _decode(content, value)
    at = _skip(content, end)
    return _skip(content, at + 1) if content[at] == "," else at


def _skip(content: str, offset: int) -> int:
    space = _SPACE.match(content, offset)
    return space.end() if space else offset
