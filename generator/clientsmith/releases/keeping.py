"""Writes a version into the files that belong to the readers of a package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.nearby import nearby
from clientsmith.replacing import replace_file
from clientsmith.sides import sides

from .changelog import CHANGELOG, with_section
from .earlier import Earlier
from .merged import left_in, merged_changelog, merged_project
from .project import PROJECT, version_in, with_version
from .settling import Settling


def keep_release(out: Path, settling: Settling) -> Iterator[Diagnostic]:
    """Write the version into the project, and what is new into the changelog."""
    if settling.settled is None or not settling.semantic:
        return
    release = settling.settled.release
    try:
        yield from _keep_version(out / PROJECT, release.version)
        before, there = settling.before, settling.there
        yield from _keep_notes(out / CHANGELOG, release.notes, before, there)
    except OSError as problem:
        yield error(
            "release-unwritable",
            f"the version cannot be written into {nearby(out)}: {problem.strerror}",
            hint="check the permissions of its files",
            exit=Exit.USAGE,
        )


def _keep_version(path: Path, version: str) -> Iterator[Diagnostic]:
    text = _text(path)
    if text is None:
        return
    made = merged_project(text, version) if sides(text) else _with(text, version)
    if made is None:
        yield left_in(path, Exit.EDITED)
    else:
        _replace(path, text, made)


def _with(text: str, version: str) -> str:
    is_known = version_in(text) in {None, version}
    return text if is_known else with_version(text, version)


def _keep_notes(
    path: Path, notes: str, before: Earlier, there: Earlier
) -> Iterator[Diagnostic]:
    known = before.release.notes if before.release else ""
    written = there.release.notes if there.release else ""
    pending = written if written != known else ""
    text = _text(path)
    is_merged = text is not None and sides(text) is not None
    if not notes and not pending and not is_merged:
        return
    whole = merged_changelog(text) if text is not None and is_merged else text
    if whole is None and is_merged:
        yield left_in(path, Exit.EDITED)
    else:
        made = with_section(whole, notes if notes != known else "", pending)
        _replace(path, text, made)


def _replace(path: Path, text: str | None, made: str) -> None:
    if made != text:
        replace_file(path, made.encode("utf-8", "surrogateescape"))


def _text(path: Path) -> str | None:
    if not path.is_file():
        return None
    return path.read_bytes().decode("utf-8", "surrogateescape")
