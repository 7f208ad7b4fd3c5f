"""Which declaration has which name: chosen for all at once, in no order.

Every declaration climbs the ladder of its names until nobody else who says
something else is on the same rung. Whoever shares a rung leaves it together, so
that it does not matter who came first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.ir import Api
from clientsmith.pointer import Pointer

from .claims import Claim, Climber, climber
from .common_names import common_names
from .twins import Twins

_Said: TypeAlias = tuple[str, object]
"""A name, and what all those have in common that say the same under it."""
_Group: TypeAlias = list[tuple[Pointer, int]]
"""Who is on the same rung, and how high that is for each of them."""


class Chosen(Struct, frozen=True):
    """The names of declarations, and who shares a class with whom."""

    names: dict[Pointer, str]
    first: dict[Pointer, Pointer]
    """The declaration that stands for all that say the same under one name."""
    open: tuple[Pointer, ...] = ()
    """Those whose names something else could take tomorrow."""
    problems: tuple[Diagnostic, ...] = ()

    def like(self, others: Mapping[Pointer, Pointer]) -> Chosen:
        """Let some declarations share the names of others."""
        names = {at: self.names[other] for at, other in others.items()}
        first = {at: self.first[other] for at, other in others.items()}
        return replace(self, names=self.names | names, first=self.first | first)


def choose_names(
    api: Api,
    keys: Mapping[Pointer, str],
    given: Mapping[Pointer, str],
    published: Mapping[str, str],
) -> Chosen:
    """Name declarations: as they were published, else as a person would.

    `keys` say what each is known by; `given` names are set, `published` ones were.
    """
    wanted = sorted(keys, key=keys.__getitem__)
    pinned = {at: published[key] for at, key in keys.items() if key in published}
    twins = Twins(api.declarations)
    common = common_names(api, wanted, twins)
    better = {
        Claim.GIVEN: given,
        Claim.PINNED: pinned,
        Claim.OTHER: common,
    }
    climbers = [
        climber(
            api.declarations[at],
            keys[at],
            [(claim, names[at]) for claim, names in better.items() if at in names],
        )
        for at in wanted
    ]
    settled: dict[str, _Group] = {}
    while _step(climbers, twins, settled):
        pass
    names = {one.at: one.name for one in climbers}
    first = _shared(climbers, twins)
    fixed = {one.at for one in climbers if one.claim <= Claim.PINNED}
    _follow(names, first, fixed, twins)
    return Chosen(
        names=names,
        first=first,
        open=tuple(one.at for one in climbers if one.claim is not Claim.SPELLED),
        problems=tuple(_problems(climbers)),
    )


def _step(climbers: list[Climber], twins: Twins, settled: dict[str, _Group]) -> bool:
    """Let everybody climb who has to give way; tell whether anybody did.

    Where the same meet again on the same rungs, nobody could: `settled` says who met.
    """
    by_name: defaultdict[str, list[Climber]] = defaultdict(list)
    for one in climbers:
        by_name[one.name.lower()].append(one)
    moved = False
    for name, group in by_name.items():
        met = [(one.at, one.rung) for one in group] if len(group) > 1 else []
        if met and settled.get(name) != met:
            settled[name] = met
            for one in _giving_way(group, twins):
                moved |= one.climb()
    return moved


def _giving_way(group: list[Climber], twins: Twins) -> list[Climber]:
    """List who must leave a name: all but those with the best right to it.

    What says the same has the same right. Among equals those keep a name who are
    more than any others that say the same, or as many and not a part of anything.
    """
    rights = [one.right for one in group]
    best = min(rights)
    claiming = [one for one, right in zip(group, rights, strict=True) if right == best]
    if not claiming[0].inline:
        differ = len({one.name for one in claiming}) == len(claiming)
        keeping = {one.at for one in claiming} if differ else set[Pointer]()
        return [one for one in group if one.at not in keeping]
    same = twins.groups(one.at for one in group if one.inline)
    said = {one.at: (one.name, same.get(one.at)) for one in group}
    leading = _leading(claiming, said)
    if leading[1:] and best[0] > Claim.PINNED:
        return group
    return [one for one in group if said[one.at] != leading[0]]


def _leading(claiming: list[Climber], said: Mapping[Pointer, _Said]) -> list[_Said]:
    """List what most of them say; of as many, the one that is a whole answer."""
    counts = Counter(said[one.at] for one in claiming)
    most = max(counts.values())
    leading = [each for each, count in counts.items() if count == most]
    wholes = {said[one.at] for one in claiming if not one.depth}
    return [each for each in leading if each in wholes] or leading


def _shared(climbers: list[Climber], twins: Twins) -> dict[Pointer, Pointer]:
    """Say which declaration stands for each: what was published before what is new."""
    by_name: defaultdict[str, list[Pointer]] = defaultdict(list)
    shared = {one.at: one.at for one in climbers}
    for one in sorted(climbers, key=lambda each: each.claim > Claim.PINNED):
        if one.inline:
            by_name[one.name].append(one.at)
    for pointers in by_name.values():
        first: dict[object, Pointer] = {}
        for at, same in twins.groups(pointers).items():
            shared[at] = first.setdefault(same, at)
    return shared


def _follow(
    names: dict[Pointer, str],
    first: dict[Pointer, Pointer],
    fixed: Container[Pointer],
    twins: Twins,
) -> None:
    """Let what is inside of a shared class be shared too, unless its name is fixed."""
    pending = [at for at in names if first[at] != at]
    pending.sort(key=lambda one: len(one.steps))
    for at in pending:
        for own, same in twins.parts(at, first[at]):
            kept = own in fixed and names[own] != names.get(same)
            if same not in names or first[own] == first[same] or kept:
                continue
            names[own], first[own] = names[same], first[same]
            pending.append(own)


def _problems(climbers: list[Climber]) -> Iterator[Diagnostic]:
    """Say what lost a plain or a given name, and what has one that is none."""
    for one in climbers:
        moved = one.rung and (not one.inline or one.reached[0][0] is Claim.GIVEN)
        if moved or one.claim is Claim.MADE:
            yield hint(
                "name-collision",
                f"several schemas would be `{one.reached[0][1]}`; this is `{one.name}`",
                one.at,
                hint="give it a name of its own with `x-clientsmith-name`, or free "
                f"that one with `--rename {one.reached[0][1]}=…`",
            )
