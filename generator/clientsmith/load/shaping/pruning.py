"""Drops the components that nothing leads to any more.

https://spec.openapis.org/oas/v3.2.0.html#components-object
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from clientsmith.pointer import Pointer

from .choice import as_object

if TYPE_CHECKING:
    from clientsmith.load.overlay import Draft
    from clientsmith.load.reading import JSON
    from clientsmith.load.references import Closure

Node: TypeAlias = tuple[str, ...]
"""A component by its steps, another file by its name, or all the rest."""

_REST: Node = ()
_OLD = frozenset({"definitions", "parameters", "responses"})
"""Where Swagger 2.0 has what is shared."""
_KEPT = frozenset({"securitySchemes", "pathItems"})
"""What is referred to by name, or has no cost."""


def prune(draft: Draft, closure: Closure) -> bool:
    """Take unreached components out of a draft; tell whether there were any."""
    reached = _reached(closure, draft.value)
    unreached = [node for node in _components(draft.value) if node not in reached]
    for node in unreached:
        draft.remove(node)
    return bool(unreached)


def _components(value: JSON) -> Iterator[Node]:
    root = as_object(value)
    for section, held in as_object(root.get("components")).items():
        if section not in _KEPT:
            yield from (("components", section, name) for name in as_object(held))
    for section in sorted(_OLD):
        yield from ((section, name) for name in as_object(root.get(section)))


def _reached(closure: Closure, value: JSON) -> set[Node]:
    """Follow what refers to what, from all that is no component."""
    leads: dict[Node, set[Node]] = defaultdict(set)
    for at, referral in closure.referrals.items():
        if referral.target is not None:
            leads[_node(at)].add(_node(referral.target))
    for parent, child in _children(closure, value):
        leads[parent].add(child)
    reached: set[Node] = set()
    pending = [_REST]
    while pending:
        node = pending.pop()
        if node not in reached:
            reached.add(node)
            pending += leads[node]
    return reached


def _node(at: Pointer) -> Node:
    if at.file:
        return (at.file,)
    match at.steps:
        case ("components", section, name, *_) if section not in _KEPT:
            return ("components", section, name)
        case (section, name, *_) if section in _OLD:
            return (section, name)
        case _:
            return _REST


def _children(closure: Closure, value: JSON) -> Iterator[tuple[Node, Node]]:
    """Yield parents that a discriminator makes unions of those that inherit them."""
    tagged = {node for node in _components(value) if _is_tagged(value, node)}
    for at, referral in closure.referrals.items():
        if "allOf" in at.steps and referral.target is not None:
            parent, child = _node(referral.target), _node(at)
            if parent in tagged and child != _REST:
                yield parent, child


def _is_tagged(value: JSON, node: Node) -> bool:
    found: Mapping[str, JSON] = as_object(value)
    for step in node:
        found = as_object(found.get(step))
    return "discriminator" in found
