"""Merges the parts of one description: blocks of a page, or files.

Parts repeat what they share, so equal values agree; paths, methods, and components
add up. Nothing below a component or an operation is mixed.
https://spec.openapis.org/oas/v3.1.1.html#openapi-object
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Note, Outcome
from clientsmith.pointer import Pointer

from .moving import moved, secured
from .problems import problem
from .reading import JSON, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clientsmith.diagnostics import Position

    from .passage import Passage
    from .reading import Place

    _Disagreement: TypeAlias = Callable[[Position, Note, Pointer], Diagnostic]

_MIXED_LEVELS: Final = 3
_OF_THE_FIRST: Final = frozenset({"$self", "externalDocs", "info"})
"""What a file says of itself, and not of its operations."""


class PartPlaces(Struct, frozen=True):
    """Finds a value in the part that holds the most of the way to it."""

    parts: tuple[Reading, ...]

    def find(self, steps: Sequence[str]) -> Place:
        """Follow the steps from the root as far as they lead."""
        places = [part.places.find(steps) for part in self.parts]
        return max(places, key=lambda place: place.steps)


def merge_blocks(page: Passage, parts: Sequence[Reading]) -> Outcome[Reading]:
    """Merge the blocks of one page; what they disagree about is a problem each."""
    added = frozenset({"security", "servers", "tags"})
    return _merged(page, parts, _blocks_disagree, added)


def merge_files(parts: Sequence[Reading]) -> Outcome[Reading]:
    """Merge files; what is said of a file as a whole is what the first one says."""
    first = parts[0]
    if len(parts) == 1:
        return Outcome(first)
    fitted = [first, *(_fitted(part, first) for part in parts[1:])]
    return _merged(first.passage, fitted, _inputs_disagree, frozenset({"tags"}))


def _merged(
    passage: Passage,
    parts: Sequence[Reading],
    disagree: _Disagreement,
    lists: frozenset[str],
) -> Outcome[Reading]:
    """Merge readings; of the document's own `lists`, items add up."""
    value = parts[0].value
    diagnostics: list[Diagnostic] = []
    for count, part in enumerate(parts[1:], 1):
        conflicts: list[Pointer] = []
        value = _merge(value, part.value, Pointer(), conflicts, lists)
        others = PartPlaces(tuple(parts[:count]))
        diagnostics += [
            disagree(_place(part, at), _other(others, at), at) for at in conflicts
        ]
    reading = Reading(value, passage, PartPlaces(tuple(parts)))
    return Outcome(None if diagnostics else reading, tuple(diagnostics))


def _fitted(part: Reading, first: Reading) -> Reading:
    """Make a file one of the parts of another: it means the same there."""
    value, root = part.value, first.value
    if not isinstance(value, dict) or not isinstance(root, dict):
        return part
    value = secured(value, root)
    value = moved(value, part.passage.file, first.passage.file)
    said = {key for key in value if key in _OF_THE_FIRST or key.startswith("x-")}
    if _line(value) == _line(root):
        said.add("openapi")
    kept = {
        key: each for key, each in value.items() if key not in said or key not in root
    }
    return Reading(_without_known_tags(kept, root), part.passage, part.places)


def _line(value: dict[str, JSON]) -> str:
    """Return major and minor of the version: 3.1.0 and 3.1.1 mean the same."""
    return str(value.get("openapi")).rpartition(".")[0]


def _without_known_tags(value: dict[str, JSON], root: dict[str, JSON]) -> JSON:
    """Leave out the tags that the first describes: by name they are the same."""
    tags, described = value.get("tags"), root.get("tags")
    if not isinstance(tags, list) or not isinstance(described, list):
        return value
    names = [tag.get("name") for tag in described if isinstance(tag, dict)]
    new = [
        tag for tag in tags if not (isinstance(tag, dict) and tag.get("name") in names)
    ]
    return {**value, "tags": new}


def _merge(
    mine: JSON,
    theirs: JSON,
    at: Pointer,
    conflicts: list[Pointer],
    lists: frozenset[str],
) -> JSON:
    if mine == theirs:
        return mine
    level = len(at.steps)
    match mine, theirs:
        case dict(), dict() if level < _MIXED_LEVELS:
            merged = dict(mine)
            for key, value in theirs.items():
                held = merged.get(key, value)
                merged[key] = _merge(held, value, at / key, conflicts, lists)
            return merged
        case list(), list() if level == 1 and at.steps[0] in lists:
            return mine + [item for item in theirs if item not in mine]
        case _:
            conflicts.append(at)
            return mine


def _place(part: Reading, at: Pointer) -> Position:
    return part.places.find(at.steps).position


def _other(others: PartPlaces, at: Pointer) -> Note:
    return Note("the other one", others.find(at.steps).position)


def _blocks_disagree(at: Position, other: Note, pointer: Pointer) -> Diagnostic:
    return problem("markdown-parts-disagree", at, (other,), pointer=pointer)


def _inputs_disagree(at: Position, other: Note, pointer: Pointer) -> Diagnostic:
    return problem("inputs-disagree", at, (other,), pointer=pointer)
