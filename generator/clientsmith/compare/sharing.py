"""Where a change really is: in what several calls refer to, or in one of the calls.

A parameter of `components` that becomes required is a change of each call that has it,
and of no line of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from clientsmith.pointer import Pointer
from clientsmith.surface import Surface

from .changes import Change, Side


def with_shared(
    old: Surface, new: Surface, changes: Iterable[Change]
) -> Iterator[Change]:
    """Say what both sides of changes refer to."""
    for each in changes:
        before, after = _side(each.before, old.shared), _side(each.after, new.shared)
        if before and after and after.shared and _is_there(before, after):
            before, after = _there(before), _there(after)
        yield replace(each, before=before, after=after)


def _side(side: Side | None, shared: Mapping[Pointer, Pointer]) -> Side | None:
    there = shared.get(side.at) if side and side.at else None
    return replace(side, shared=there) if side and there else side


def _is_there(before: Side, after: Side) -> bool:
    """Tell whether both refer to the same; of what was kept, nobody knows more."""
    return before.at is None or before.shared == after.shared


def _there(side: Side) -> Side:
    return side if side.at is None else replace(side, at=side.shared)
