"""A slice of many targets, so that a fleet spreads over several machines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from .diagnostics import Diagnostic, Exit, Outcome, error, hint

T = TypeVar("T")

_SHARD: Final = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


def shard(
    items: Sequence[T], wanted: str, kind: Callable[[T], Hashable] = lambda _: None
) -> Outcome[list[T]]:
    """Return every n-th item: `2/8` is the second of eight slices.

    The slices are disjoint, together they are all, and of each kind they differ in
    size by at most one, so that those of a kind are the same without the others; a
    slice may be empty.
    """
    match = _SHARD.fullmatch(wanted)
    index, count = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= index <= count:
        message = f"`--shard {wanted}` is no slice"
        like = "for example `--shard 2/8`, the second of eight"
        problem = error("shard-invalid", message, hint=like, exit=Exit.USAGE)
        return Outcome(None, (problem,))
    found = [
        item for number, item in _numbered(items, kind) if number % count == index - 1
    ]
    return Outcome(found, () if found else (_empty(wanted, len(items)),))


def _numbered(
    items: Iterable[T], kind: Callable[[T], Hashable]
) -> Iterator[tuple[int, T]]:
    """Count the items of each kind, from zero."""
    counts = Counter[Hashable]()
    for item in items:
        yield counts[kind(item)], item
        counts[kind(item)] += 1


def _empty(wanted: str, count: int) -> Diagnostic:
    there = "there is one target" if count == 1 else f"there are {count} targets"
    return hint(
        "shard-empty",
        f"`--shard {wanted}` has nothing to do: {there}",
        hint="fewer slices are enough",
        exit=Exit.USAGE,
    )
