"""Finds values in the nodes of a YAML text.

https://yaml.org/spec/1.2.2/#32-information-models
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .reading import Place
from .yaml_nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    import collections.abc

    from .passage import Passage


class YamlPlaces(Struct, frozen=True):
    """The places of one YAML text."""

    passage: Passage
    root: Node

    def find(self, steps: collections.abc.Sequence[str]) -> Place:
        """Follow the steps from the root as far as they lead."""
        node = self.root
        offset, followed = node.offset, 0
        for step in steps:
            child = _child(node, step)
            if child is None:
                break
            offset, node = child
            followed += 1
        written = node.written if isinstance(node, Scalar) else None
        return Place(followed, self.passage.position(offset), written)


def _child(node: Node, step: str) -> tuple[int, Node] | None:
    match node:
        case Mapping(entries=entries):
            return entries.get(step)
        case Sequence(items=items) if step.isdecimal() and int(step) < len(items):
            return items[int(step)].offset, items[int(step)]
        case _:
            return None
