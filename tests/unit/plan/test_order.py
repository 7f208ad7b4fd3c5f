"""What depends on something comes after it; what depends on itself, together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clientsmith.plan.order import cycles, dependencies_first
from clientsmith.pointer import Pointer

A, B, C, D = (Pointer("", (letter,)) for letter in "abcd")


def test_what_is_needed_comes_first() -> None:
    """And otherwise nothing moves."""
    needs = {1: [3], 2: [], 3: [2]}

    assert [2, 3, 1] == dependencies_first([1, 2, 3], lambda item: needs[item])


def test_a_circle_is_one_group() -> None:
    """The others are groups of one."""
    graph = {A: [B], B: [C], C: [B], D: []}

    assert sorted([[A], [B, C], [D]]) == sorted(map(sorted, cycles(graph)))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_groups_are_what_reaches_each_other(edges: list[tuple[int, int]]) -> None:
    """Compared with a slow definition of the same."""
    nodes = [Pointer("", (str(number),)) for number in range(8)]
    graph = {
        node: [nodes[to] for start, to in edges if nodes[start] == node]
        for node in nodes
    }
    reached = {node: _reached(graph, node) for node in nodes}
    expected = {
        frozenset(o for o in nodes if o in reached[n] and n in reached[o])
        for n in nodes
    }

    assert expected == {frozenset(group) for group in cycles(graph)}


def _reached(graph: dict[Pointer, list[Pointer]], start: Pointer) -> set[Pointer]:
    found = {start}
    pending = [start]
    while pending:
        fresh = set(graph[pending.pop()]) - found
        found |= fresh
        pending += fresh
    return found
