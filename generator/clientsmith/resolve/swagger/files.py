"""A description of Swagger 2.0: its root document, and what references lead to.

https://spec.openapis.org/oas/v2.0.html#file-structure
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import JSON, Kind, Shape
from clientsmith.pointer import Pointer
from clientsmith.resolve.edits import Edit, edited
from clientsmith.resolve.moves import Moves, translated
from clientsmith.resolve.values import items, lookup, members

from .conversion import Conversion
from .document import convert_document
from .fragments import convert_fragment, new_kind
from .schemas import convert_references

_DOCUMENT = Kind("description")


class Converted(Struct, frozen=True):
    """The files of a description in the words of OpenAPI 3.0, and what has moved.

    `entries` are the objects that were converted, by where they stand now.
    """

    values: Mapping[str, JSON]
    entries: dict[Pointer, list[Kind]]
    moves: Moves = Moves()
    problems: tuple[Diagnostic, ...] = ()


def convert(
    values: Mapping[str, JSON],
    entries: Mapping[Pointer, Sequence[Kind]],
) -> Converted:
    """Convert what is written in 2.0: the root document, and objects of other files."""
    conversion = Conversion(values)
    made = dict(values)
    found = [
        one
        for at, kinds in sorted(entries.items())
        for kind in kinds
        if kind != _DOCUMENT
        for one in _each(lookup(values[at.file], at), at, kind)
    ]
    kinds: dict[Pointer, list[Kind]] = {}
    # References of the root document lead to what other files have become.
    for file in sorted({at.file for at, _ in found} - {""}):
        made[file] = _fragments(conversion, made[file], found, file, kinds)
    if _DOCUMENT in entries.get(Pointer(), ()):
        made[""] = convert_document(conversion)
        kinds[Pointer()] = [_DOCUMENT]
    made[""] = _fragments(conversion, made[""], found, "", kinds)
    convert_references(conversion)
    moves = Moves(conversion.origins, conversion.destinations)
    return Converted(made, kinds, moves, tuple(conversion.problems))


def _each(value: JSON, at: Pointer, kind: Kind) -> list[tuple[Pointer, Kind]]:
    match kind.shape:
        case Shape.ONE:
            return [(at, kind)]
        case Shape.LIST:
            return [(at / index, kind.one) for index, _ in enumerate(items(value))]
        case Shape.MAP:
            return [(at / key, kind.one) for key in members(value)]


def _fragments(
    conversion: Conversion,
    value: JSON,
    found: list[tuple[Pointer, Kind]],
    file: str,
    kinds: dict[Pointer, list[Kind]],
) -> JSON:
    """Convert objects where they stand, and note what they are now."""
    edits: dict[tuple[str, ...], Edit] = {}
    for at, kind in found:
        if at.file == file:
            place = translated(at, conversion.destinations)
            edits[place.steps] = _edit(conversion, at, kind)
            written = lookup(conversion.values[file], at)
            if (now := new_kind(written, kind)) is not None:
                kinds.setdefault(place, []).append(now)
    return edited(value, edits)


def _edit(conversion: Conversion, at: Pointer, kind: Kind) -> Edit:
    return lambda value: convert_fragment(conversion, value, at, kind)
