"""Merges the parts of one description that a page shows in several blocks.

Parts repeat what they share, so equal values agree; paths, methods, and components
add up. Nothing below a component or an operation is mixed.
https://spec.openapis.org/oas/v3.1.1.html#openapi-object
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Note, Outcome
from clientsmith.pointer import Pointer

from .problems import problem
from .reading import JSON, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .passage import Passage
    from .reading import Place

_MIXED_LEVELS: Final = 3


class PagePlaces(Struct, frozen=True):
    """Finds a value in the part that holds the most of the way to it."""

    parts: tuple[Reading, ...]

    def find(self, steps: Sequence[str]) -> Place:
        """Follow the steps from the root as far as they lead."""
        places = [part.places.find(steps) for part in self.parts]
        return max(places, key=lambda place: place.steps)


def merge_parts(page: Passage, parts: Sequence[Reading]) -> Outcome[Reading]:
    """Merge readings of one page; what they disagree about is a problem each."""
    first, *others = parts
    value = first.value
    conflicts: list[Pointer] = []
    diagnostics: list[Diagnostic] = []
    for part in others:
        value = _merge(value, part.value, Pointer(), conflicts)
        diagnostics += [_disagreement(first, part, at) for at in conflicts]
        conflicts.clear()
    reading = Reading(value, page, PagePlaces(tuple(parts)))
    return Outcome(None if diagnostics else reading, tuple(diagnostics))


def _merge(mine: JSON, theirs: JSON, at: Pointer, conflicts: list[Pointer]) -> JSON:
    if mine == theirs:
        return mine
    level = len(at.steps)
    match mine, theirs:
        case dict(), dict() if level < _MIXED_LEVELS:
            merged = dict(mine)
            for key, value in theirs.items():
                held = merged.get(key, value)
                merged[key] = _merge(held, value, at / key, conflicts)
            return merged
        case list(), list() if level == 1:
            # The document's own lists: servers, tags, security.
            return mine + [item for item in theirs if item not in mine]
        case _:
            conflicts.append(at)
            return mine


def _disagreement(first: Reading, other: Reading, at: Pointer) -> Diagnostic:
    here = other.places.find(at.steps).position
    there = first.places.find(at.steps).position
    note = Note("the other one", there)
    return problem("markdown-parts-disagree", here, (note,), pointer=at)
