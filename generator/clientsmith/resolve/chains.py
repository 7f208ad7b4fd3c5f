"""Find chains of schemas that are parts of each other and too long to follow.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON, Kind, Referral
from clientsmith.pointer import Pointer

from .references import Broken
from .strong import strong_components
from .values import items, lookup, members

_LONGEST = 500
"""Parents of parents; nobody has ten, and each step is merged into all before it."""
_APPLIED = frozenset({"allOf", "anyOf", "oneOf"})


def find_long_chains(
    values: Mapping[str, JSON],
    referrals: Iterable[Referral],
) -> Iterator[Broken]:
    """Find references that continue a chain beyond what is followed."""
    edges = [
        (place, referral.target, referral)
        for referral in referrals
        if referral.kind == Kind("schema") and referral.target is not None
        for place in _parts_of(values, referral.place)
    ]
    graph: dict[Pointer, list[Pointer]] = {}
    for place, target, _ in edges:
        graph.setdefault(place, []).append(target)
    if len(graph) <= _LONGEST:
        return
    groups = strong_components(graph)
    sizes = Counter(groups.values())
    lengths = _lengths(graph, groups, sizes)
    found: dict[Pointer, Referral] = {}
    for place, target, referral in edges:
        one, other = groups[place], groups.get(target)
        crossing = lengths[one] // _LONGEST > lengths.get(other, 0) // _LONGEST
        if crossing if one != other else sizes[one] > _LONGEST:
            found[referral.at] = referral
    yield from ((referral, _too_long(referral)) for referral in found.values())


def _parts_of(values: Mapping[str, JSON], at: Pointer) -> Iterator[Pointer]:
    """Yield a schema, and those that it is an unconditional part of."""
    yield at
    while at.last.isdecimal() and (keyword := at.parent.last) in _APPLIED:
        at = at.parent.parent
        parts = items(members(lookup(values[at.file], at)).get(keyword))
        if not parts or (keyword != "allOf" and len(parts) > 1):
            return
        yield at


def _lengths(
    graph: Mapping[Pointer, list[Pointer]],
    groups: Mapping[Pointer, int],
    sizes: Mapping[int, int],
) -> dict[int | None, int]:
    """Say how many schemas follow each other from each group of circular ones on."""
    lengths: dict[int | None, int] = {}
    # What a group leads to has a smaller number, and is known already.
    for node in sorted(groups, key=groups.__getitem__):
        group = groups[node]
        others = {groups.get(target) for target in graph[node]} - {group}
        after = max((lengths.get(other, 0) for other in others), default=0)
        lengths[group] = max(lengths.get(group, 0), sizes[group] + after)
    return lengths


def _too_long(referral: Referral) -> Diagnostic:
    return error(
        "reference-deep",
        f"`$ref: {referral.text}` is in a chain of more than {_LONGEST} schemas",
        referral.at,
        hint="refer to the schema that is meant at its end",
    )
