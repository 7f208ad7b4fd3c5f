"""Changes that people read once, since they say the same, and which are read first."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, TypeVar

from .changes import Change, Side
from .things import inside

T = TypeVar("T")

_OVERLOAD: Final = re.compile(r"(?<==) as \w+$")
_OF_EACH: Final = frozenset({"existence", "name", "deprecated", "docs"})
"""What is of each thing alone, as long as it is the whole of it that has changed."""


def likeness(change: Change) -> Hashable:
    """Return what is the same of all changes that say the same.

    That is all but where callers find it, and where it is described: many descriptions
    repeat what others refer to.
    """
    place = change.place if _is_alone(change) else ""
    return (
        *(change.action, change.subject, change.aspect, place),
        *(change.verdict, change.why, change.unseen, change.sudden),
        *map(_end, (change.before, change.after)),
    )


def grouped(items: Iterable[T], alike: Callable[[T], Hashable]) -> list[list[T]]:
    """Put together what is alike, where the first of it stands."""
    found: dict[Hashable, list[T]] = {}
    for each in items:
        found.setdefault(alike(each), []).append(each)
    return [*found.values()]


def prominence(alike: Sequence[Change]) -> tuple[int, int]:
    """Order changes by how soon people want to know: whole things first, then edits.

    What is gone or renamed comes before what is new; of edits, those of many places.
    """
    first = alike[0]
    if not _is_alone(first) or first.aspect == "docs":
        return 2, -len(alike)
    return int(first.action not in {"removed", "renamed"}), 0


def _is_alone(change: Change) -> bool:
    side = change.before or change.after
    is_whole = side is not None and not inside(side)
    return is_whole and change.aspect in _OF_EACH


def _end(side: Side | None) -> Hashable:
    return side and (side.text, _part(side))


def _part(side: Side) -> str:
    """Name the part of a thing, whichever of its sets of arguments it is in."""
    return _OVERLOAD.sub("", inside(side))
