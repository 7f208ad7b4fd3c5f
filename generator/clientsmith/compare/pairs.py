"""Which thing of the newer package is which of the older one, whatever it is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Pairs(Struct, Generic[T], frozen=True):
    """What is in both, in the order of the older; and what is in one of them."""

    both: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


def pair(
    before: Iterable[T],
    after: Iterable[T],
    *known_by: Callable[[T], Iterable[Hashable]],
) -> Pairs[T]:
    """Find what is the same by the first thing that both are known by, then the next.

    What several are known by tells nothing.
    """
    old, new = list(before), list(after)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for known in known_by:
        mine = _index(old, known, found.keys())
        theirs = _index(new, known, taken)
        for key, at in mine.items():
            there = theirs.get(key)
            if there is not None and at not in found and there not in taken:
                found[at] = there
                taken.add(there)
    return Pairs(
        tuple((old[at], new[there]) for at, there in sorted(found.items())),
        tuple(one for at, one in enumerate(old) if at not in found),
        tuple(one for at, one in enumerate(new) if at not in taken),
    )


def _index(
    things: Sequence[T],
    known: Callable[[T], Iterable[Hashable]],
    done: Iterable[int],
) -> dict[Hashable, int]:
    """Return where each is that something is known by alone."""
    left = set(range(len(things))) - set(done)
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at in sorted(left):
        for key in known(things[at]):
            places[key].append(at)
    return {key: at for key, (at, *others) in places.items() if not others}
