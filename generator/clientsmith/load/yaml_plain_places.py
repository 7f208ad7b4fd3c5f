"""Finds values in a YAML text in which each of them is written out, once.

https://yaml.org/spec/1.2.2/#32-information-models
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .reading import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .passage import Passage
    from .reading import JSON
    from .yaml_plain import PlainText

Members: TypeAlias = "dict[str, tuple[int, int, JSON]]"
"""For each key or index its number, and the number of its value, and that."""


class YamlPlainPlaces:
    """The places of one such text; what was looked at once is remembered."""

    def __init__(self, passage: Passage, text: PlainText) -> None:
        self._passage = passage
        self._text = text
        self._members: dict[int, Members] = {}

    def find(self, steps: Sequence[str]) -> Place:
        """Follow the steps from the root as far as they lead."""
        key = number = followed = 0
        value = self._text.value
        for step in steps:
            members = self._members_of(number, value)
            if step not in members:
                break
            key, number, value = members[step]
            followed += 1
        at = self._passage.position(self._text.offsets[key])
        written = value if isinstance(value, str) else self._text.written.get(number)
        return Place(followed, at, written)

    def _members_of(self, number: int, value: JSON) -> Members:
        if number not in self._members:
            self._members[number] = self._read_members(number, value)
        return self._members[number]

    def _read_members(self, number: int, value: JSON) -> Members:
        """Count from the number of a value, over those of what is in it."""
        members: Members = {}
        after = number + 1
        if isinstance(value, dict):
            for key, item in value.items():
                members[key] = (after, after + 1, item)
                after = self._text.ends.get(after + 1, after + 2)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                members[str(index)] = (after, after, item)
                after = self._text.ends.get(after, after + 1)
        return members
