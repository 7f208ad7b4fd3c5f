"""A problem with its places found, by the paths that a repository knows."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.excerpts import At, Places, position_of
from clientsmith.pointer import Pointer

from .fingerprints import fingerprint

_STDIN: Final = "<stdin>"


class Spot(Struct, frozen=True):
    """A place of a file, by its path from the root of the repository.

    What is elsewhere has a URI instead; a pointer may lead to what has no text.
    """

    path: str | None
    line: int = 1
    column: int = 1
    pointer: str | None = None

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.path else None
        return place or self.pointer or ""

    @property
    def is_uri(self) -> bool:
        """Whether the path leads out of the repository."""
        return self.path is not None and "://" in self.path


class Remark(Struct, frozen=True):
    """What belongs to a finding, and where that is."""

    message: str
    at: Spot | None

    def __str__(self) -> str:
        return f"{self.message} ({self.at})" if self.at else self.message


class Finding(Struct, frozen=True, kw_only=True):
    """One problem, ready to be written down for a service.

    `fingerprint` stays when lines move; it is another one for each of several that
    say the same of the same place.
    """

    code: str
    severity: Severity
    message: str
    at: Spot | None
    notes: tuple[Remark, ...]
    advice: tuple[str, ...]
    fingerprint: str
    target: str | None

    @property
    def text(self) -> str:
        """What is wrong, what belongs to it and what to do, line by line."""
        notes = [f"note: {note}" for note in self.notes]
        return "\n".join([self.message, *notes, *self.advice])


class Home(Struct, frozen=True, kw_only=True):
    """Where the files are that problems name.

    Names are relative to `folder`. `fallback` is the file that stands for a run: the
    place of what has no other.
    """

    folder: Path
    lock: Path | None = None
    fallback: str | None = None
    target: str | None = None

    def spot(self, at: At, places: Places) -> Spot | None:
        """Find the place of a problem."""
        position = position_of(at, places)
        pointer = str(at) if isinstance(at, Pointer) else None
        if position is None:
            return Spot(None, pointer=pointer) if pointer else None
        path = self.path(position.file)
        return Spot(path, position.line, position.column, pointer)

    def path(self, name: str) -> str | None:
        """Return the path of a file from the root of the repository."""
        if "://" in name or name in {_STDIN, "-"}:
            return name if "://" in name else None
        is_lock = self.lock is not None and name == self.lock.name
        path = self.lock if is_lock and self.lock else self.folder / name
        absolute = Path(os.path.normpath(path.absolute()))
        root = _root()
        within = absolute.is_relative_to(root)
        return absolute.relative_to(root).as_posix() if within else absolute.as_uri()


def find(
    diagnostics: Iterable[Diagnostic], places: Places, home: Home
) -> list[Finding]:
    """Find the places of problems."""
    seen: Counter[str] = Counter()
    findings: list[Finding] = []
    for each in diagnostics:
        print_ = fingerprint(each, places, home.path)
        seen[print_] += 1
        findings.append(_finding(each, places, home, f"{print_}:{seen[print_]}"))
    return findings


def _finding(
    diagnostic: Diagnostic, places: Places, home: Home, print_: str
) -> Finding:
    at = home.spot(diagnostic.at, places)
    if (at is None or at.path is None) and home.fallback:
        pointer = at.pointer if at else None
        at = Spot(home.path(home.fallback), pointer=pointer)
    return Finding(
        code=diagnostic.code,
        severity=diagnostic.severity,
        message=diagnostic.message,
        at=at,
        notes=tuple(
            Remark(note.message, home.spot(note.at, places))
            for note in diagnostic.notes
        ),
        advice=tuple(_advice(diagnostic)),
        fingerprint=print_,
        target=home.target,
    )


def _advice(diagnostic: Diagnostic) -> Iterable[str]:
    if diagnostic.hint:
        yield f"hint: {diagnostic.hint}"
    yield from diagnostic.paste
    if diagnostic.setting:
        yield f"pass: {diagnostic.setting}"


def _root() -> Path:
    """Return the root of the repository: the working directory, or what CI says.

    A step may work in a folder of the repository, whose paths GitHub wants whole.
    https://docs.github.com/en/actions/reference/workflows-and-actions/variables
    """
    here = Path.cwd()
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and here.is_relative_to(workspace):
        return Path(workspace)
    return here
