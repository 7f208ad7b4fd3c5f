"""Strongly connected components of a graph: what leads to each other.

https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
"""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.pointer import Pointer


def strong_components(graph: Mapping[Pointer, list[Pointer]]) -> dict[Pointer, int]:
    """Number the groups of nodes that lead to each other, without recursion.

    What a group leads to has a smaller number.
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
