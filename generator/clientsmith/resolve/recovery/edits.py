"""Replace, add and remove values of a document, sharing all that stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from clientsmith.load import JSON
from clientsmith.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Removed:
    """No value at all."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """The end of a branch: what the value there becomes."""

    edit: Edit


REMOVED: Final = Removed()
Edit: TypeAlias = "JSON | Removed"
_Tree: TypeAlias = "dict[str, _Tree | _Leaf]"


def edited(value: JSON, edits: Mapping[Pointer, Edit]) -> JSON:
    """Return a value with other values at some pointers, none of them the root.

    An edit below another one has no effect.
    """
    tree: _Tree = {}
    for pointer in sorted(edits, key=lambda each: len(each.steps)):
        _plant(tree, pointer.steps, _Leaf(edits[pointer]))
    return _grown(value, tree)


def _plant(tree: _Tree, steps: tuple[str, ...], leaf: _Leaf) -> None:
    for step in steps[:-1]:
        branch = tree.setdefault(step, {})
        if isinstance(branch, _Leaf):
            return
        tree = branch
    tree.setdefault(steps[-1], leaf)


def _grown(value: JSON, tree: _Tree) -> JSON:
    if isinstance(value, list):
        parts = [_part(item, tree.get(str(n))) for n, item in enumerate(value)]
        return [part for part in parts if not isinstance(part, Removed)]
    if not isinstance(value, dict):
        return value
    parts_by_key = {key: _part(item, tree.get(key)) for key, item in value.items()}
    added = {key: it.edit for key, it in tree.items() if isinstance(it, _Leaf)}
    return {
        key: part
        for key, part in {**added, **parts_by_key}.items()
        if not isinstance(part, Removed)
    }


def _part(value: JSON, branch: _Tree | _Leaf | None) -> Edit:
    if branch is None:
        return value
    return branch.edit if isinstance(branch, _Leaf) else _grown(value, branch)
