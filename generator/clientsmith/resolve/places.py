"""Which object of the specification belongs to which place of a description.

https://spec.openapis.org/oas/v3.2.0.html#schema-0
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clientsmith.load import JSON, Kind, Shape, item_kind, kind_at, member_kind
from clientsmith.pointer import Pointer

from .values import lookup

Entries = Mapping[Pointer, Sequence[Kind]]
"""What belongs to a description: its root, and objects that only references reach."""


def kind_of_place(at: Pointer, entries: Entries) -> Kind | None:
    """Return what belongs to a place; data is nothing."""
    for length in range(len(at.steps) + 1):
        for start in entries.get(Pointer(at.file, at.steps[:length]), ()):
            if kind := kind_at(start, at.steps[length:]):
                return kind
    return None


def find_objects(
    values: Mapping[str, JSON],
    entries: Entries,
) -> Iterator[tuple[str, Pointer, dict[str, JSON]]]:
    """Yield every object of the specification, in no order to rely on."""
    seen: set[Pointer] = set()
    for start, kinds in entries.items():
        for kind in kinds:
            for found in _objects(lookup(values[start.file], start), start, kind):
                if found[1] not in seen:
                    seen.add(found[1])
                    yield found


def _objects(
    value: JSON,
    at: Pointer,
    kind: Kind,
) -> Iterator[tuple[str, Pointer, dict[str, JSON]]]:
    rest = [(value, at, kind)]
    while rest:
        value, at, kind = rest.pop()
        if isinstance(value, list) and (below := item_kind(kind)):
            rest += [(item, at / index, below) for index, item in enumerate(value)]
        if not isinstance(value, dict):
            continue
        if kind.shape is Shape.ONE:
            yield kind.name, at, value
        rest += [
            (item, at / key, below)
            for key, item in value.items()
            if isinstance(item, dict | list) and (below := member_kind(kind, key))
        ]
