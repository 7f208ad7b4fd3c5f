"""Which of its names each operation gets, beside all others of its resource."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .groups import Resource
from .places import Candidate


def distinct(ranked: Iterable[Candidate]) -> list[Candidate]:
    """Leave out names that read like a better one."""
    found: dict[str, Candidate] = {}
    for one in ranked:
        if one.name:
            found.setdefault(one.name.snake, one)
    return list(found.values())


def settled(
    candidates: list[list[Candidate]], resources: Sequence[Resource]
) -> list[list[Candidate]]:
    """Let all operations climb until no two of a resource want the same name.

    Who loses least by a name has it, then who has no other; else all leave it.
    """
    while True:
        wanted: defaultdict[tuple[Resource, str], list[int]] = defaultdict(list)
        for index, (names, resource) in enumerate(
            zip(candidates, resources, strict=True)
        ):
            wanted[resource, names[0].name.snake].append(index)
        several = [those for those in wanted.values() if len(those) > 1]
        leaving = [each for those in several for each in _leaving(those, candidates)]
        if not leaving:
            return candidates
        for index in leaving:
            candidates[index] = candidates[index][1:]


def _leaving(those: list[int], candidates: list[list[Candidate]]) -> list[int]:
    """Say who has to look for another name."""
    least = min(candidates[index][0].loss for index in those)
    best = [index for index in those if candidates[index][0].loss == least]
    staying = best if len(best) == 1 else []
    stuck = [index for index in best if _is_stuck(candidates[index])]
    if not staying and len(stuck) == 1:
        staying = stuck
    last = [index for index in those if len(candidates[index]) == 1]
    return [index for index in those if index not in {*staying, *last}]


def _is_stuck(names: list[Candidate]) -> bool:
    """Tell whether there is no other name that somebody would choose."""
    return not names[0].unread and all(each.unread for each in names[1:])
