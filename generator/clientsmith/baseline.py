"""Problems that a team knows already: neither shown nor counted until they are gone.

A problem is known by what it says of what, and not by its line. Errors are never
known: what becomes of them is for a policy to decide.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias

from msgspec import Struct, ValidationError, convert, to_builtins

from .diagnostics import (
    Diagnostic,
    Exit,
    Note,
    Outcome,
    Position,
    Severity,
    error,
    hint,
)
from .excerpts import Places
from .fingerprints import fingerprint
from .lock import held
from .pointer import Pointer
from .replacing import replace_file
from .write import PATIENCE, locked

Prints: TypeAlias = Callable[[Diagnostic], str]
"""What tells a problem from all others."""

_SHOWN: Final = 3
_ADVICE: Final = "`clientsmith check --write-baseline` writes it anew"
_BROKEN: Final = (
    "take it from version control, or delete it and write it anew of all targets by "
    "`clientsmith check --write-baseline`"
)


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """One problem that is known, and how often it is said."""

    fingerprint: str
    code: str
    message: str
    pointer: str | None = None
    count: int = 1


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of each target."""

    targets: dict[str, list[Known]]


class Sifted(Struct, frozen=True):
    """What is new, with what the baseline has to be told; and how many are known."""

    diagnostics: list[Diagnostic]
    known: int


def prints_of(places: Places, folder: Path) -> Prints:
    """Tell problems apart whose files are named by their paths from a folder."""

    def name(file: str) -> str:
        path = Path(file)
        inside = path.is_absolute() and path.is_relative_to(folder)
        return path.relative_to(folder).as_posix() if inside else file

    return lambda diagnostic: fingerprint(diagnostic, places, name)


def read_baseline(path: Path, named: Position | None = None) -> Outcome[Baseline]:
    """Read what is known; where there is no file yet, nothing is.

    `named` is where the configuration names the file.
    """
    try:
        return Outcome(convert(json.loads(path.read_text("utf-8")), Baseline))
    except FileNotFoundError:
        return Outcome(Baseline({}), (_missing(path, named),))
    except (OSError, ValueError, ValidationError) as problem:
        message = f"the baseline cannot be read: {problem}"
        return Outcome(None, (_wrong("baseline-broken", message, path, _BROKEN),))


def sift(
    diagnostics: Iterable[Diagnostic],
    known: Iterable[Known],
    prints: Prints,
    path: Path,
    *,
    whole: bool,
) -> Sifted:
    """Take out what is known; of a `whole` run, say also what is known in vain."""
    left = Counter({each.fingerprint: each.count for each in known})
    entries = {each.fingerprint: each for each in known}
    fresh: list[Diagnostic] = []
    taken = 0
    for each in diagnostics:
        print_ = prints(each) if _may_be_known(each) else ""
        if left[print_] > 0:
            left[print_] -= 1
            taken += 1
        else:
            fresh.append(each)
    gone = [entries[print_] for print_, count in left.items() if count > 0]
    if gone and whole:
        fresh.append(_stale(gone, path))
    return Sifted(fresh, taken)


def write_baseline(
    path: Path, target: str, diagnostics: Iterable[Diagnostic], prints: Prints
) -> tuple[Diagnostic, ...]:
    """Write down all that a run said of a target, beside what is known of others.

    What cannot be read is not replaced: nobody would know of the others any more.
    """
    counts: Counter[str] = Counter()
    said: dict[str, Diagnostic] = {}
    for each in filter(_may_be_known, diagnostics):
        print_ = prints(each)
        counts[print_] += 1
        said[print_] = each
    known = [_known(print_, said[print_], counts[print_]) for print_ in said]
    try:
        with locked(path.parent, PATIENCE):
            before = read_baseline(path)
            if before.value is None:
                return before.diagnostics
            every = {**before.value.targets, target: sorted(known, key=_order)}
            replace_file(path, _text(Baseline(every)).encode())
    except TimeoutError:
        return (held(path),)
    except OSError as problem:
        message = f"the baseline cannot be written: {problem.strerror or problem}"
        advice = "name another file"
        return (_wrong("baseline-unwritable", message, path, advice),)
    return ()


def _may_be_known(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is not Severity.ERROR


def _known(print_: str, diagnostic: Diagnostic, count: int) -> Known:
    at = diagnostic.at
    pointer = str(at) if isinstance(at, Pointer) else None
    return Known(print_, diagnostic.code, diagnostic.message, pointer, count)


def _order(known: Known) -> tuple[str, str, str]:
    return known.code, known.pointer or "", known.fingerprint


def _text(baseline: Baseline) -> str:
    value: dict[str, Any] = to_builtins(baseline)
    value["targets"] = dict(sorted(value["targets"].items()))
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _stale(gone: list[Known], path: Path) -> Diagnostic:
    count = len(gone)
    said = f"{count} problem{' is' if count == 1 else 's are'}"
    notes = [
        Note(
            f"{each.code}: {each.message}" + (f" ({each.pointer})" * bool(each.pointer))
        )
        for each in gone[:_SHOWN]
    ]
    return hint(
        "baseline-stale",
        f"{said} known to the baseline and gone",
        Position(str(path), 1, 1),
        notes=tuple(notes),
        hint=_ADVICE,
    )


def _missing(path: Path, named: Position | None) -> Diagnostic:
    return hint(
        "baseline-missing",
        f"there is no baseline `{path.name}` yet, and no problem is known",
        named or Position(str(path), 1, 1),
        hint="`clientsmith check --write-baseline` writes it, once nothing is an error",
        exit=Exit.USAGE,
    )


def _wrong(code: str, message: str, path: Path, advice: str) -> Diagnostic:
    at = Position(str(path), 1, 1)
    return error(code, message, at, hint=advice, exit=Exit.USAGE)
