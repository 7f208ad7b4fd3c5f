"""Merge keys: `<<` fills in what a mapping does not say itself.

https://yaml.org/type/merge.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from .yaml_nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from .findings import Findings


def merge(
    source: Node,
    entries: dict[str, tuple[int, Node]],
    findings: Findings,
) -> None:
    """Add the entries of a mapping, or of each in a sequence; the first one wins."""
    match source:
        case Mapping():
            _fill(entries, source)
        case Sequence(items=items):
            for item in items:
                if isinstance(item, Mapping):
                    _fill(entries, item)
                else:
                    findings.add("yaml-merge", item.offset)
        case Scalar():
            findings.add("yaml-merge", source.offset)
        case _:
            assert_never(source)


def _fill(entries: dict[str, tuple[int, Node]], source: Mapping) -> None:
    for key, entry in source.entries.items():
        entries.setdefault(key, entry)
