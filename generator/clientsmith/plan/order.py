"""Orders of things that depend on each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from clientsmith.pointer import Pointer

T = TypeVar("T")


def dependencies_first(
    items: Iterable[T],
    needs: Callable[[T], Iterable[T]],
) -> list[T]:
    """Order items after what they need, and otherwise as they came."""
    wanted = list(items)
    known = set(wanted)
    done: dict[T, None] = {}
    open_: set[T] = set()
    for item in wanted:
        stack = [(item, iter(list(needs(item))))]
        open_.add(item)
        while stack:
            current, rest = stack[-1]
            for below in rest:
                if below in known and below not in done and below not in open_:
                    open_.add(below)
                    stack.append((below, iter(list(needs(below)))))
                    break
            else:
                done[current] = None
                stack.pop()
    return list(done)


def cycles(graph: Mapping[Pointer, Sequence[Pointer]]) -> list[list[Pointer]]:
    """Group nodes that reach each other (strongly connected components).

    Kosaraju's algorithm: the second pass, over reversed edges in the reverse
    order of the first, reaches one group at a time.
    """
    backwards: dict[Pointer, list[Pointer]] = {node: [] for node in graph}
    for node, targets in graph.items():
        for target in targets:
            backwards[target].append(node)
    found: list[list[Pointer]] = []
    seen: set[Pointer] = set()
    for root in reversed(dependencies_first(graph, lambda node: graph[node])):
        if root in seen:
            continue
        group = [root]
        seen.add(root)
        for node in group:
            fresh = [below for below in backwards[node] if below not in seen]
            seen.update(fresh)
            group += dict.fromkeys(fresh)
        found.append(group)
    return found
