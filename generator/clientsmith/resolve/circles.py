"""Find schemas that are nothing but themselves, and so say nothing of any value.

https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clientsmith.load import JSON, Kind, Referral
from clientsmith.pointer import Pointer

from .references import Broken, circle
from .strong import strong_components
from .values import asserts, items, lookup, members

_APPLIED = frozenset({"allOf", "anyOf", "oneOf"})


def find_circles(
    values: Mapping[str, JSON],
    referrals: Iterable[Referral],
) -> Iterator[Broken]:
    """Find references that make a schema the only part of itself.

    A circle of schemas that say more is not what the standard allows, but is common,
    and means the sum of what they say.
    """
    edges = [
        (place, referral)
        for referral in referrals
        if referral.kind == Kind("schema") and referral.target is not None
        for place in _same_as(values, referral.place)
    ]
    graph: dict[Pointer, list[Pointer]] = {}
    for place, referral in edges:
        if referral.target is not None:
            graph.setdefault(place, []).append(referral.target)
    groups = strong_components(graph)
    circular = {
        referral.at: referral
        for place, referral in edges
        if referral.target is not None
        if groups.get(referral.target) == groups[place]
    }
    yield from ((referral, circle(referral)) for referral in circular.values())


def _same_as(values: Mapping[str, JSON], at: Pointer) -> Iterator[Pointer]:
    """Yield a schema, and those that are nothing but this schema."""
    yield at
    while at.last.isdecimal() and (keyword := at.parent.last) in _APPLIED:
        at = at.parent.parent
        holder = members(lookup(values[at.file], at))
        if len(items(holder.get(keyword))) != 1 or asserts(holder, keyword):
            return
        yield at
