"""The files of a description, each read once, under the names that lead to them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic, Outcome, Severity
from clientsmith.load.decode import decode
from clientsmith.load.text import read_part
from clientsmith.pointer import Pointer

from .identifiers import Identifiers, find_identifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clientsmith.load.reading import JSON, Reading
    from clientsmith.load.source import Source

    from .library import Library


class File(Struct, frozen=True):
    """One file of a description, where it was found and how its parts are called."""

    uri: str
    value: JSON
    identifiers: Identifiers
    source: Source | None = None
    reading: Reading | None = None


class Files(Struct):
    """The files that were read, by name; the root document has none.

    `known` has every resource by its URI: the files, and schemas with an `$id`.
    """

    library: Library | None
    by_name: dict[str, File] = field(default_factory=dict[str, File])
    known: dict[str, Pointer] = field(default_factory=dict[str, Pointer])
    remarks: list[Diagnostic] = field(default_factory=list[Diagnostic])
    left_out: Mapping[str, Collection[tuple[str, ...]]] = field(
        default_factory=dict[str, Collection[tuple[str, ...]]],
    )
    """The steps of what is to be left out of files, by their names."""
    _broken: dict[str, tuple[Diagnostic, ...]] = field(
        default_factory=dict[str, tuple[Diagnostic, ...]],
    )

    def add_root(self, value: JSON, texts: Iterable[str]) -> None:
        """Add the root document, which was read from some texts."""
        uri = self.library.document if self.library else ""
        self._add("", File(uri, value, find_identifiers(value, texts, uri)))

    def open(self, library: Library, uri: str, reference: str) -> Outcome[Pointer]:
        """Read a file, unless it was read before, and return the pointer to it."""
        name = library.name(uri)
        if name in self._broken:
            return Outcome(None, self._broken[name])
        if name in self.by_name:
            return Outcome(Pointer(name))
        outcome = library.open(uri, reference)
        if outcome.value is None:
            return Outcome(None, outcome.diagnostics)
        return self._read(name, uri, outcome.value)

    def value(self, at: Pointer) -> tuple[JSON] | None:
        """Return the value at a pointer, or None where there is none."""
        found = (self.by_name[at.file].value,)
        for step in at.steps:
            below = child(found[0], step)
            if below is None:
                return None
            found = below
        return found

    def _read(self, name: str, uri: str, source: Source) -> Outcome[Pointer]:
        decoded = decode(source)
        read = read_part(decoded.value) if decoded.value else None
        diagnostics = read.diagnostics if read else decoded.diagnostics
        if read is None or read.value is None or _has_error(diagnostics):
            self._broken[name] = diagnostics
            return Outcome(None, diagnostics)
        self.remarks += diagnostics
        reading = read.value
        value = without(reading.value, self.left_out.get(name, ()))
        identifiers = find_identifiers(value, [reading.passage.whole], uri)
        self._add(name, File(uri, value, identifiers, source, reading))
        return Outcome(Pointer(name))

    def _add(self, name: str, file: File) -> None:
        self.by_name[name] = file
        for steps, uri in file.identifiers.bases.items():
            self.known.setdefault(uri, Pointer(name, steps))


def child(value: JSON, step: str) -> tuple[JSON] | None:
    """Return the member or item that a step leads to, or None."""
    match value:
        case dict() if step in value:
            return (value[step],)
        case list() if step.isdecimal() and int(step) < len(value):
            return (value[int(step)],)
        case _:
            return None


def without(value: JSON, paths: Iterable[tuple[str, ...]]) -> JSON:
    """Copy a value without the members that some steps lead to."""
    for steps in paths:
        value = _without(value, steps)
    return value


def _without(value: JSON, steps: tuple[str, ...]) -> JSON:
    first, *rest = steps
    if not isinstance(value, dict) or first not in value:
        return value
    if not rest:
        return {key: each for key, each in value.items() if key != first}
    return {**value, first: _without(value[first], tuple(rest))}


def _has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in diagnostics)
