"""Changes single values of a document, and shares all others with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from msgspec import Struct, field

from clientsmith.load import JSON


class Removed(Struct, frozen=True):
    """No value at all."""


REMOVED: Final = Removed()


class Put(Struct, frozen=True):
    """Puts one value in the place of another, or of none; the parts of it are gone."""

    value: JSON | Removed

    def __call__(self, _: JSON) -> JSON | Removed:
        """Give the value, whatever there was before."""
        return self.value


Edit: TypeAlias = "Callable[[JSON], JSON | Removed]"


def edited(value: JSON, edits: Mapping[tuple[str, ...], Edit]) -> JSON:
    """Apply each edit to the value at its steps, what is outside before its parts."""
    tree = _Tree()
    for steps, edit in edits.items():
        node = tree
        for step in steps:
            node = node.below.setdefault(step, _Tree())
        node.edits.append(edit)
    found = _apply(value, tree)
    return None if isinstance(found, Removed) else found


class _Tree(Struct):
    """The edits of a value, and those of its parts."""

    edits: list[Edit] = field(default_factory=list[Edit])
    below: dict[str, _Tree] = field(default_factory=dict[str, "_Tree"])

    @property
    def put(self) -> Put | None:
        """The value that is put here, if one is."""
        return next((edit for edit in self.edits if isinstance(edit, Put)), None)


def _apply(value: JSON, tree: _Tree) -> JSON | Removed:
    if put := tree.put:
        return put.value
    for edit in tree.edits:
        made = edit(value)
        if isinstance(made, Removed):
            return made
        value = made
    if not tree.below:
        return value
    if isinstance(value, list):
        return _list(value, tree.below)
    return _object(value, tree.below) if isinstance(value, dict) else value


def _list(value: list[JSON], below: Mapping[str, _Tree]) -> JSON:
    copy: list[JSON | Removed] = [*value]
    for step, tree in below.items():
        if step.isdecimal() and int(step) < len(copy):
            copy[int(step)] = _apply(value[int(step)], tree)
    return [item for item in copy if not isinstance(item, Removed)]


def _object(value: dict[str, JSON], below: Mapping[str, _Tree]) -> JSON:
    changed: dict[str, JSON | Removed] = {
        step: put.value
        for step, tree in below.items()
        if step not in value and (put := tree.put)
    }
    for step, item in value.items():
        changed[step] = _apply(item, below[step]) if step in below else item
    return {k: item for k, item in changed.items() if not isinstance(item, Removed)}
