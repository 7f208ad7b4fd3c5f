"""Changes single values of a document, and shares all others with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from clientsmith.load import JSON

Edit: TypeAlias = Callable[[JSON], JSON]


def edited(value: JSON, edits: Mapping[tuple[str, ...], Edit]) -> JSON:
    """Apply each edit to the value at its steps, what is outside before its parts."""
    tree = _Tree()
    for steps, edit in edits.items():
        node = tree
        for step in steps:
            node = node.below.setdefault(step, _Tree())
        node.edits.append(edit)
    return _apply(value, tree)


@dataclass(slots=True)
class _Tree:
    """The edits of a value, and those of its parts."""

    edits: list[Edit] = field(default_factory=list[Edit])
    below: dict[str, _Tree] = field(default_factory=dict[str, "_Tree"])


def _apply(value: JSON, tree: _Tree) -> JSON:
    for edit in tree.edits:
        value = edit(value)
    if not tree.below:
        return value
    if isinstance(value, list):
        copy = list(value)
        for step, below in tree.below.items():
            if step.isdecimal() and int(step) < len(copy):
                copy[int(step)] = _apply(copy[int(step)], below)
        return copy
    if isinstance(value, dict):
        changed = {
            step: _apply(value[step], below)
            for step, below in tree.below.items()
            if step in value
        }
        return {**value, **changed}
    return value
