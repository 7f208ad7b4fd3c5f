"""Which values of an enumeration and which variants of a choice are new or gone.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve import items, members, reference_of

from .pieces import Piece

_CHOICES: Final = ("oneOf", "anyOf")


def inside(
    schema: JSON, before: Piece, now: Piece, added: Collection[Pointer]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the steps to what is new in a schema; to its list, if something is gone.

    What is gone comes with its name. `added` are the schemas that are named now and
    were not before.
    """
    listed = items(members(schema).get("enum"))
    for position, value in enumerate(listed):
        if value in now.values - before.values:
            yield ("enum", str(position)), ""
    if listed:
        for value in sorted(map(repr, before.values - now.values)):
            yield ("enum",), value
    for key in _CHOICES:
        for position, variant in enumerate(items(members(schema).get(key))):
            reference = reference_of(variant)
            if reference and parse_reference(reference) in added:
                yield (key, str(position)), ""
