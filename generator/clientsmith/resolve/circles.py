"""Find schemas that are nothing but themselves, and so say nothing of any value.

https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clientsmith.load import JSON, Kind, Referral
from clientsmith.pointer import Pointer

from .references import Broken, circle
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
    groups = _components(graph)
    circular = {
        referral.at: referral
        for place, referral in edges
        if referral.target in groups and groups[place] == groups[referral.target]
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


def _components(graph: Mapping[Pointer, list[Pointer]]) -> dict[Pointer, int]:
    """Number the strongly connected components of a graph, without recursion.

    https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
    """
    order: dict[Pointer, int] = {}
    lowest: dict[Pointer, int] = {}
    numbers: dict[Pointer, int] = {}
    open_: list[Pointer] = []
    for start in graph:
        work = [] if start in order else [(start, iter(graph[start]))]
        while work:
            node, targets = work[-1]
            if node not in order:
                order[node] = lowest[node] = len(order)
                open_.append(node)
            for target in targets:
                if target in graph and target not in order:
                    work.append((target, iter(graph[target])))
                    break
                if target in order and target not in numbers:
                    lowest[node] = min(lowest[node], order[target])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == order[node]:
                    _close(node, open_, numbers)
    return numbers


def _close(node: Pointer, open_: list[Pointer], numbers: dict[Pointer, int]) -> None:
    number = len(numbers)
    while True:
        last = open_.pop()
        numbers[last] = number
        if last == node:
            return
