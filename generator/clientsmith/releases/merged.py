"""The project and the changelog, where git has left both sides of a merge in them.

What both sides are made of without anybody's choice is put together; anything else is
for whoever merges.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.nearby import nearby
from clientsmith.sides import sides

from .changelog import CHANGELOG, sections
from .project import PROJECT, version_in, with_version


def merged_project(text: str, version: str) -> str | None:
    """Return a project whose sides differ in nothing but the version."""
    found = sides(text)
    if found is None or not all(map(version_in, found)):
        return None
    ours, theirs = (with_version(side, version) for side in found)
    return _as_it_was(text, ours) if ours == theirs else None


def merged_changelog(text: str) -> str | None:
    """Return a changelog with the sections of both sides, those of theirs on top."""
    ours, theirs = map(sections, sides(text) or ("", ""))
    if ours[0] != theirs[0]:
        return None
    fresh = [each for each in theirs[1:] if each not in ours]
    whole = "\n\n".join((ours[0], *fresh, *ours[1:]))
    return _as_it_was(text, f"{whole}\n")


def _as_it_was(text: str, made: str) -> str:
    return made.replace("\n", "\r\n") if "\r\n" in text else made


def theirs_of(content: bytes) -> bytes:
    """Return what a merge brings, of a file in which it has left both sides."""
    if b"<<<<<<<" not in content:
        return content
    found = sides(content.decode("utf-8", "surrogateescape"))
    return found[1].encode("utf-8", "surrogateescape") if found else content


def unmerged(out: Path) -> Iterator[Diagnostic]:
    """Say in which of the files that a version is written into both sides are left."""
    for name in (PROJECT, CHANGELOG):
        path = out / name
        if path.is_file() and theirs_of(content := path.read_bytes()) != content:
            yield left_in(path, Exit.DRIFT)


def left_in(path: Path, exit_code: Exit) -> Diagnostic:
    """Say that a file has both sides of a merge."""
    return error(
        "release-conflict",
        f"git has left both sides of a merge in `{nearby(path)}`",
        hint="resolve it by hand, and run `clientsmith generate`, which puts sections "
        "of a changelog and the version together itself",
        exit=exit_code,
    )
