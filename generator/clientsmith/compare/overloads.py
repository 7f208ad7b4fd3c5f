"""Sets of arguments that go together: which has become which, for the words of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import Overload

from .changes import Change, Verdict, is_breaking
from .pairs import Pairs

_KEPT = "another set of arguments takes the calls of before"


def kept(change: Change) -> Change:
    """Say of a change that calls do not depend on it."""
    if not is_breaking(change):
        return change
    return replace(change, verdict=Verdict.COMPATIBLE, why=_KEPT, unseen=False)


def pair_overloads(
    before: Sequence[Overload], after: Sequence[Overload]
) -> Pairs[Overload]:
    """Pair the sets that have most names in common, the same from either side."""
    found: dict[int, int] = {}
    for likeness in sorted(_likenesses(before, after), key=_order):
        if likeness.old not in found and likeness.new not in found.values():
            found[likeness.old] = likeness.new
    return Pairs(
        tuple((before[mine], after[other]) for mine, other in sorted(found.items())),
        tuple(one for at, one in enumerate(before) if at not in found),
        tuple(one for at, one in enumerate(after) if at not in found.values()),
    )


class _Likeness(Struct, frozen=True):
    """How much two sets have in common."""

    old: int
    new: int
    share: float


def _likenesses(
    before: Sequence[Overload], after: Sequence[Overload]
) -> Iterator[_Likeness]:
    """Compare each with each; the first ones are a pair even if all is different."""
    for old, mine in enumerate(before):
        for new, other in enumerate(after):
            share = _share(mine, other)
            if share or not (old or new):
                yield _Likeness(old, new, share)


def _share(mine: Overload, other: Overload) -> float:
    """Return the part of all names that both have; paths are the same in all."""
    known, later = _names(mine), _names(other)
    return len(known & later) / len(known | later) if known | later else 1


def _names(one: Overload) -> frozenset[str]:
    return frozenset(each.name for each in one.parameters if each.position is None)


def _order(one: _Likeness) -> tuple[float, int, int]:
    return -one.share, one.old + one.new, abs(one.old - one.new)
