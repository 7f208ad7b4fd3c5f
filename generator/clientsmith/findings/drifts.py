"""What has drifted, as problems on the lines of descriptions and generated files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Exit, Note, Position, error
from clientsmith.excerpts import Places, position_of
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.write import Cause, Difference, Drift, File, Reason, Status

from .roots import How, Made, Root, roots_of

_GENERATE: Final = "run `clientsmith generate` and commit what it writes"
_GIVE_UP: Final = (
    "move the edit out of the generated file, or give it up with "
    "`clientsmith generate --force`"
)
_FEW: Final = 3
"""How many files are named; one made from more says little of where it came from."""
_MOST: Final = 10
"""How many parts of a text are marked: what a service shows of one step."""

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
        "was edited by hand where something else is generated now",
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
    Cause.RENAMED: "drift-configuration",
    Cause.GENERATOR: "drift-generator",
    Cause.TEMPLATES: "drift-templates",
    Cause.FORMATTER: "drift-formatter",
}
_ABSENT: Final = frozenset({Status.ADDED, Status.MISSING})
_STALE: Final = frozenset({Status.CHANGED, Status.MERGED, Status.REMOVED})
_READ: Final = frozenset({Cause.DOCUMENT, Cause.OVERLAY})


class Drifted(Struct, frozen=True):
    """A drift, and what its places are found by.

    `manifest` says what the output was made by; `keys` are the places of the keys of
    the configuration; `made` is None where the output is no client.
    """

    drift: Drift
    out: Path
    manifest: Path
    files: Iterable[File]
    places: Places
    keys: Mapping[str, Position]
    made: Made | None = None


def drift_problems(drifted: Drifted) -> list[Diagnostic]:
    """Say first what changed that packages are made from, and then which files."""
    return [*_inputs(drifted), *_files(drifted)]


def _inputs(drifted: Drifted) -> Iterator[Diagnostic]:
    reasons = [each for each in drifted.drift.reasons if each.cause in _OF_INPUTS]
    is_read = drifted.made and any(each.cause in _READ for each in reasons)
    roots = roots_of(drifted.drift, drifted.made) if is_read and drifted.made else []
    for reason in reasons:
        if reason.cause in _READ:
            yield from _of_text(reason, drifted.places, roots)
        else:
            yield _of_input(reason, _place(drifted, reason))


def _place(drifted: Drifted, reason: Reason) -> Position | None:
    """Point at a key of the configuration, or at what notes who has generated."""
    if reason.cause is Cause.RENAMED:
        return drifted.keys.get("package")
    if reason.cause is Cause.CONFIGURATION:
        return drifted.keys.get(reason.detail)
    return Position(str(drifted.manifest), 1, 1)


def _of_text(
    reason: Reason, places: Places, roots: Iterable[Root]
) -> Iterator[Diagnostic]:
    """Point at the parts of a text that files differ by, or else at its beginning."""
    by_place: dict[Position, list[Root]] = {}
    for each in roots:
        position = position_of(each.at, places)
        if position and position.file == reason.detail:
            by_place.setdefault(position, []).append(each)
    found = [one for _, one in sorted(by_place.items(), key=_by_line)]
    for one in found[:_MOST]:
        code = _OF_INPUTS[reason.cause]
        yield _problem(code, f"{reason.cause}: {_said(one)}", one[0].at, hint=_GENERATE)
    if not found or len(found) > _MOST:
        more = f"{len(found) - _MOST} more parts of {reason.detail}"
        yield _of_input(
            replace(reason, detail=more) if found else reason,
            Position(reason.detail, 1, 1),
        )


def _by_line(found: tuple[Position, list[Root]]) -> tuple[int, int]:
    return found[0].line, found[0].column


def _said(roots: list[Root]) -> str:
    """Say what files differ by that comes from one place."""
    gone = [f"`{each.what}`" for each in roots if each.how is How.GONE]
    if gone:
        return f"{_listed(gone)} {'are' if len(gone) > 1 else 'is'} gone"
    shown = _listed(sorted({f"`{each.path}`" for each in roots}))
    if roots[0].how is How.NEW:
        return f"this is new in {shown}"
    return f"what is generated from this differs in {shown}"


def _of_input(reason: Reason, at: Position | None) -> Diagnostic:
    message = f"{reason.cause}: {reason.detail}"
    return _problem(_OF_INPUTS[reason.cause], message, at, hint=_GENERATE)


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0]}{more}"


def _files(drifted: Drifted) -> Iterator[Diagnostic]:
    """Say which files differ; of many that are to be generated only how many.

    Those that follow a package which is called otherwise are said with its name.
    """
    following = drifted.drift.following
    differences = tuple(
        each for each in drifted.drift.differences if each.path not in following
    )
    for statuses in (_ABSENT, _STALE):
        together = [each for each in differences if each.status in statuses]
        if len(together) > _FEW:
            yield _together(drifted, together)
            differences = tuple(each for each in differences if each not in together)
    sources = {file.path: file.sources for file in drifted.files}
    for each in differences:
        yield _of_file(drifted, each, sources.get(each.path, ()))


def _together(drifted: Drifted, differences: list[Difference]) -> Diagnostic:
    """Say of many files what is true of all, at the first that is of some part."""
    sources = drifted.drift.sources
    first = max(differences, key=lambda each: bool(sources.get(each.path)))
    code, said = (
        ("drift-missing", "are missing or would be added")
        if first.status in _ABSENT
        else ("drift-stale", "are not what would be generated now")
    )
    message = f"`{first.path}` and {len(differences) - 1} more files {said}"
    at = Position(str(drifted.out / first.path), first.line, 1)
    return _problem(code, message, at, hint=_GENERATE)


def _of_file(
    drifted: Drifted, difference: Difference, sources: Iterable[str]
) -> Diagnostic:
    code, said, hint = OF_FILES[difference.status]
    at = Position(str(drifted.out / difference.path), difference.line, 1)
    made_from = [parse_reference(each) for each in sources]
    notes = tuple(Note("it is generated from this", one) for one in made_from)
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
