"""Writes a version into the files that belong to the readers of a package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.nearby import nearby
from clientsmith.replacing import replace_file

from .changelog import CHANGELOG, with_section
from .earlier import Earlier
from .project import PROJECT, version_in, with_version
from .settling import Settling


def keep_release(out: Path, settling: Settling) -> Iterator[Diagnostic]:
    """Write the version into the project, and what is new into the changelog."""
    if settling.settled is None or not settling.semantic:
        return
    release = settling.settled.release
    try:
        _keep_version(out / PROJECT, release.version)
        _keep_notes(out / CHANGELOG, release.notes, settling.before, settling.there)
    except OSError as problem:
        yield error(
            "release-unwritable",
            f"the version cannot be written into {nearby(out)}: {problem.strerror}",
            hint="check the permissions of its files",
            exit=Exit.USAGE,
        )


def _keep_version(path: Path, version: str) -> None:
    if not path.is_file():
        return
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    if version_in(text) not in {None, version}:
        made = with_version(text, version)
        replace_file(path, made.encode("utf-8", "surrogateescape"))


def _keep_notes(path: Path, notes: str, before: Earlier, there: Earlier) -> None:
    known = before.release.notes if before.release else ""
    written = there.release.notes if there.release else ""
    pending = written if written != known else ""
    if not notes and not pending:
        return
    text = _text(path)
    made = with_section(text, notes if notes != known else "", pending)
    if made != text:
        replace_file(path, made.encode("utf-8", "surrogateescape"))


def _text(path: Path) -> str | None:
    if not path.is_file():
        return None
    return path.read_bytes().decode("utf-8", "surrogateescape")
