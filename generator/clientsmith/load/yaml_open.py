"""Collections while their children arrive; values are built when they close.

Building bottom-up means that nothing here recurses, however deep the text nests.
https://yaml.org/spec/1.2.2/#321-representation-graph
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from .yaml_merge import merge
from .yaml_nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from .findings import Findings


class OpenSequence(Struct):
    """A sequence that still takes items."""

    offset: int
    anchor: str | None
    items: list[Node] = field(default_factory=list[Node])

    def add(self, node: Node) -> None:
        """Take the next item."""
        self.items.append(node)

    def close(self, findings: Findings) -> Sequence:
        """Make the sequence."""
        del findings
        return Sequence(
            value=[item.value for item in self.items],
            offset=self.offset,
            items=self.items,
            size=1 + sum([item.size for item in self.items]),
            height=1 + max([item.height for item in self.items], default=0),
        )


class OpenMapping(Struct):
    """A mapping that still takes keys and values, in turn."""

    offset: int
    anchor: str | None
    key: Node | None = None
    pairs: list[tuple[Node, Node]] = field(default_factory=list[tuple[Node, Node]])

    def add(self, node: Node) -> None:
        """Take the next key, or the value of the last one."""
        if self.key is None:
            self.key = node
        else:
            self.pairs.append((self.key, node))
            self.key = None

    def close(self, findings: Findings) -> Mapping:
        """Make the mapping."""
        entries = self._entries(findings)
        children = [value for _, value in entries.values()]
        return Mapping(
            value={key: value.value for key, (_, value) in entries.items()},
            offset=self.offset,
            entries=entries,
            size=1 + sum([child.size for child in children]),
            height=1 + max([child.height for child in children], default=0),
        )

    def _entries(self, findings: Findings) -> dict[str, tuple[int, Node]]:
        entries: dict[str, tuple[int, Node]] = {}
        merged: list[Node] = []
        for key, value in self.pairs:
            if not isinstance(key, Scalar):
                findings.add("yaml-key", key.offset)
            elif key.merges:
                merged.append(value)
            else:
                name = key.written
                if name in entries:
                    first, _ = entries[name]
                    findings.add_repeat("yaml-duplicate-key", key.offset, first, name)
                entries[name] = (key.offset, value)
        for value in merged:
            merge(value, entries, findings)
        return entries


OpenNode: TypeAlias = OpenSequence | OpenMapping
