"""What has drifted, as problems on the lines of descriptions and generated files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, Note, Position, error
from clientsmith.excerpts import Places, position_of
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.write import Cause, Difference, Drift, File, Reason, Status

_GENERATE: Final = "run `clientsmith generate` and commit what it writes"
_GIVE_UP: Final = (
    "move the edit out of the generated file, or give it up with "
    "`clientsmith generate --force`"
)
_FEW: Final = 3
"""A file that is made from more says little of where its change came from."""

OF_FILES: Final[Mapping[Status, tuple[str, str, str]]] = {
    Status.ADDED: ("drift-stale", "would be added", _GENERATE),
    Status.CHANGED: ("drift-stale", "is not what would be generated now", _GENERATE),
    Status.MERGED: (
        "drift-stale",
        "is not what would be generated now and merged with its edits",
        _GENERATE,
    ),
    Status.CONFLICT: (
        "drift-conflict",
        "would be generated otherwise where it was edited by hand",
        "run `clientsmith generate`, and edit what it marks",
    ),
    Status.LEFT: (
        "drift-left",
        "was edited by hand and is no longer generated",
        "run `clientsmith generate`, and delete the file or keep it as yours",
    ),
    Status.REMOVED: ("drift-extra", "is generated no longer", _GENERATE),
    Status.MISSING: ("drift-missing", "is missing", _GENERATE),
    Status.EDITED: ("drift-edited", "was edited by hand", _GIVE_UP),
    Status.FOREIGN: (
        "drift-foreign",
        "is in the way and was not generated",
        "move it away, or replace it with `clientsmith generate --force`",
    ),
    Status.FORMATTING: (
        "drift-formatting",
        "is formatted otherwise than it would be generated",
        "exempt generated files from the formatter, or set `formatter`",
    ),
}
_OF_INPUTS: Final[Mapping[Cause, str]] = {
    Cause.DOCUMENT: "drift-document",
    Cause.OVERLAY: "drift-overlay",
    Cause.CONFIGURATION: "drift-configuration",
    Cause.GENERATOR: "drift-generator",
    Cause.TEMPLATES: "drift-templates",
    Cause.FORMATTER: "drift-formatter",
}
_ANEW: Final = frozenset({Status.ADDED, Status.CHANGED, Status.MERGED, Status.CONFLICT})
"""What is generated otherwise because something else is put in."""
_READ: Final = frozenset({Cause.DOCUMENT, Cause.OVERLAY})


class Drifted(Struct, frozen=True):
    """A drift, and what its places are found by.

    `keys` are the places of the keys of the configuration.
    """

    drift: Drift
    out: Path
    files: Iterable[File]
    places: Places
    keys: Mapping[str, Position]


def drift_problems(drifted: Drifted) -> list[Diagnostic]:
    """Say first what changed that packages are made from, and then which files."""
    sources = {file.path: file.sources for file in drifted.files}
    stale = {
        difference.path: [parse_reference(one) for one in sources[difference.path]]
        for difference in drifted.drift.differences
        if difference.status in _ANEW
    }
    return [
        *_inputs(drifted, stale),
        *_files(drifted, stale),
    ]


def _inputs(
    drifted: Drifted, stale: Mapping[str, list[Pointer]]
) -> Iterator[Diagnostic]:
    for reason in drifted.drift.reasons:
        code = _OF_INPUTS.get(reason.cause)
        if code and reason.cause in _READ:
            yield from _of_text(reason, code, drifted.places, stale)
        elif code:
            at = drifted.keys.get(reason.detail)
            message = f"{reason.cause}: {reason.detail}"
            yield _problem(code, message, at, hint=_GENERATE)


def _of_text(
    reason: Reason, code: str, places: Places, stale: Mapping[str, list[Pointer]]
) -> Iterator[Diagnostic]:
    """Point at the parts of a text whose files differ, or else at its beginning."""
    found: dict[Pointer, list[str]] = {}
    for path, sources in stale.items():
        for source in sources if len(sources) <= _FEW else ():
            position = position_of(source, places)
            if position and position.file == reason.detail:
                found.setdefault(source, []).append(path)
    for source, paths in found.items():
        listed = _listed(paths)
        message = f"{reason.cause}: what is generated from this differs in {listed}"
        yield _problem(code, message, source, hint=_GENERATE)
    if not found:
        at = Position(reason.detail, 1, 1)
        message = f"{reason.cause}: {reason.detail}"
        yield _problem(code, message, at, hint=_GENERATE)


def _listed(paths: list[str]) -> str:
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"`{paths[0]}`{more}"


def _files(
    drifted: Drifted, stale: Mapping[str, list[Pointer]]
) -> Iterator[Diagnostic]:
    absent = [
        each
        for each in drifted.drift.differences
        if each.status in {Status.ADDED, Status.MISSING}
    ]
    together = absent if len(absent) > _FEW else []
    if together:
        yield _absent(drifted, together)
    for each in drifted.drift.differences:
        if each not in together:
            yield _of_file(drifted, each, stale.get(each.path, []))


def _absent(drifted: Drifted, differences: list[Difference]) -> Diagnostic:
    first, count = differences[0].path, len(differences)
    message = f"`{first}` and {count - 1} more files are missing or would be added"
    at = Position(str(drifted.out / first), 1, 1)
    return _problem("drift-missing", message, at, hint=_GENERATE)


def _of_file(
    drifted: Drifted, difference: Difference, sources: list[Pointer]
) -> Diagnostic:
    code, said, hint = OF_FILES[difference.status]
    at = Position(str(drifted.out / difference.path), difference.line, 1)
    notes = tuple(Note("it is generated from this", one) for one in sources)
    message = f"`{difference.path}` {said}"
    return _problem(code, message, at, hint, notes if len(notes) <= _FEW else ())


def _problem(
    code: str,
    message: str,
    at: Pointer | Position | None,
    hint: str,
    notes: tuple[Note, ...] = (),
) -> Diagnostic:
    return error(code, message, at, hint=hint, notes=notes, exit=Exit.DRIFT)
