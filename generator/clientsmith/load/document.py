"""A document as the next stage takes it: values, and where each of them stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Outcome, Position
from clientsmith.pointer import Pointer

from .decode import decode
from .kinds import same
from .merging import merge_files
from .overlay import Draft, apply_overlay, read_overlay
from .references import Closure, collect
from .references.included import included_from
from .shaping import Selected, Shaping, apply_patches, prune, select
from .text import read_text
from .toml_text import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .reading import JSON, Place, Reading
    from .references import Kind, Library, Referral
    from .source import Source


class Document(Struct, frozen=True):
    """The values of a description with its overlays applied, and of its other files.

    Values are shared where aliases or overlays share them: read them, and build
    new ones instead of changing them.
    """

    value: JSON
    file: str
    _draft: Draft
    _readings: Mapping[str, Reading]
    _closure: Closure
    _edits: Mapping[str, int]
    """How many steps lead to an action or a patch, in the texts that hold some."""
    excluded: tuple[str, ...] = ()
    """The operations that were left out: `GET /pets`."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the texts it came from, the description first."""
        return (*self._readings, *(source.name for source in self.others))

    @property
    def others(self) -> tuple[Source, ...]:
        """The other files that the description refers to, in an order of their own."""
        files = sorted(self._closure.files.by_name.items())
        return tuple(file.source for _, file in files if file.source)

    @property
    def values(self) -> dict[str, JSON]:
        """The values of every file, by its name in pointers."""
        files = self._closure.files.by_name.items()
        return {name: self.value if not name else file.value for name, file in files}

    @property
    def referrals(self) -> tuple[Referral, ...]:
        """Every reference, and where it leads."""
        return tuple(
            referral for _, referral in sorted(self._closure.referrals.items())
        )

    @property
    def entries(self) -> Mapping[Pointer, Sequence[Kind]]:
        """What of each file belongs to the description, and as what."""
        return self._closure.entries

    def origin(self, pointer: Pointer) -> Pointer:
        """Tell which text a value came from: a file of the description, or an action.

        A pointer that names an overlay is about the overlay itself.
        """
        pointer = included_from(self._closure.referrals, pointer)
        if pointer.file in ("", self.file):
            return self._draft.origin(pointer.steps)
        return pointer

    def edit(self, pointer: Pointer) -> Pointer | None:
        """Tell which action of an overlay, or which patch, made a value, if one did."""
        origin = self.origin(pointer)
        length = self._edits.get(origin.file) if origin.file != pointer.file else None
        return Pointer(origin.file, origin.steps[:length]) if length else None

    def remover(self, pointer: Pointer, earlier: Document) -> Pointer | None:
        """Tell which action or patch has taken out what an `earlier` document has."""
        while pointer.steps:
            origin = earlier.origin(pointer)
            file = self.file if origin.file == earlier.file else origin.file
            found = self._draft.removed.get(Pointer(file, origin.steps))
            if found and earlier.is_still(pointer, found.value):
                return found.by
            pointer = pointer.parent
        return None

    def is_still(self, pointer: Pointer, value: JSON) -> bool:
        """Tell whether a value is what this document has at a pointer.

        A key says so itself; at the index of an item another one may stand by now.
        """
        holder, own = (self._value(each) for each in (pointer.parent, pointer))
        is_item = holder is not None and isinstance(holder[0], list)
        return own is not None and (not is_item or same(own[0], value))

    def _value(self, pointer: Pointer) -> tuple[JSON] | None:
        is_root = pointer.file == self.file
        at = Pointer(steps=pointer.steps) if is_root else pointer
        return self._closure.files.value(at)

    def locate(self, pointer: Pointer) -> Position | None:
        """Find where a value stands, or the nearest value that holds its place."""
        place = self._place(pointer)
        return place.position if place else None

    def written(self, pointer: Pointer) -> str | None:
        """Give a scalar as its text spells it: a YAML `1.10` is the number 1.1."""
        place, steps = self._place(pointer), self.origin(pointer).steps
        return place.written if place and place.steps == len(steps) else None

    def text_of(self, file: str) -> str | None:
        """Give the text of a source by its name."""
        for reading in (*self._readings.values(), *self._others()):
            if reading.passage.file == file:
                return reading.passage.whole
        return None

    def _others(self) -> Iterator[Reading]:
        for file in self._closure.files.by_name.values():
            if file.reading:
                yield file.reading

    def _place(self, pointer: Pointer) -> Place | None:
        origin = self.origin(pointer)
        file = self._closure.files.by_name.get(origin.file)
        other = file.reading if file else None
        reading = other or self._readings.get(origin.file)
        return reading.places.find(origin.steps) if reading else None


def load(
    source: Source,
    overlays: Sequence[Source] = (),
    library: Library | None = None,
    shaping: Shaping = Shaping(),
    parts: Sequence[Source] = (),
) -> Outcome[Document]:
    """Read a description, apply overlays and patches, and read what it refers to.

    It may have `parts` in other files, which are merged with it first.
    """
    outcomes = {each.name: _read(each) for each in (source, *parts, *overlays)}
    diagnostics = [each for it in outcomes.values() for each in it.diagnostics]
    readings = {name: it.value for name, it in outcomes.items() if it.value}
    if len(readings) < len(outcomes):
        return Outcome(None, tuple(diagnostics))
    merged = merge_files([readings[each.name] for each in (source, *parts)])
    if merged.value is None:
        return Outcome(None, (*diagnostics, *merged.diagnostics))
    readings[source.name] = merged.value
    draft = Draft(readings[source.name].value, source.name)
    applied = [_overlay(draft, readings[each.name]) for each in overlays]
    diagnostics += [each for it in applied for each in it.diagnostics]
    if not all(it.value for it in applied):
        return Outcome(None, tuple(diagnostics))
    edits = {each.name: len(("actions", "0")) for each in overlays}
    if shaping.configuration:
        read = read_toml(shaping.configuration)
        readings[read.passage.file] = read
        edits |= {one.origin.file: len(one.origin.steps) for one in shaping.patches}
    shaped = apply_patches(draft, shaping.patches)
    texts = [reading.passage.whole for reading in readings.values()]
    gathered = _gather(draft, texts, library, shaping)
    document = Document(
        value=draft.value,
        file=source.name,
        _draft=draft,
        _readings=readings,
        _closure=gathered.closure,
        _edits=edits,
        excluded=gathered.excluded,
    )
    shaped += gathered.diagnostics
    diagnostics += [_placed(each, document) for each in shaped]
    return Outcome(document, (*diagnostics, *gathered.closure.files.remarks))


def _placed(diagnostic: Diagnostic, document: Document) -> Diagnostic:
    """Find where something stands while there is a document to ask."""
    at = diagnostic.at
    notes = [
        replace(note, at=document.locate(note.at))
        if isinstance(note.at, Pointer)
        else note
        for note in diagnostic.notes
    ]
    found = document.locate(at) if isinstance(at, Pointer) else at
    return replace(diagnostic, at=found, notes=tuple(notes))


class _Gathered(Struct, frozen=True):
    closure: Closure
    excluded: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def _gather(
    draft: Draft, texts: Sequence[str], library: Library | None, shaping: Shaping
) -> _Gathered:
    """Follow all references, without what is left out: it may be wrong."""
    closure = collect(draft.value, texts, library)
    selected = Selected()
    if shaping.chooses:
        selected = select(draft, closure, shaping.include, shaping.exclude)
        closure = collect(draft.value, texts, library, selected.edits)
    prunes = shaping.chooses if shaping.prunes is None else shaping.prunes
    if prunes and prune(draft, closure):
        closure = collect(draft.value, texts, library, selected.edits)
    return _Gathered(closure, tuple(selected.excluded), tuple(selected.diagnostics))


def _read(source: Source) -> Outcome[Reading]:
    decoded = decode(source)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    return read_text(decoded.value)


def _overlay(draft: Draft, reading: Reading) -> Outcome[Draft]:
    overlay = read_overlay(reading)
    if overlay.value is None:
        return Outcome(None, overlay.diagnostics)
    return apply_overlay(draft, overlay.value)
