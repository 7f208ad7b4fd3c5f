"""Why a run stops rather than overwrite what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest

from clientsmith.diagnostics import Diagnostic, Exit, Position, error

from .compare import Comparison, Status
from .files import File, text_digest
from .layout import Layout
from .manifest import Manifest

_ELSEWHERE = "move the edit out of the generated file"
_UNMERGED = "restore `.clientsmith`, which has no text to merge it with"


def blocking(
    layout: Layout,
    files: Iterable[File],
    comparison: Comparison,
    manifest: Manifest | None,
    *,
    merging: bool,
) -> tuple[Diagnostic, ...]:
    """Name each file that only `--force` may replace."""
    last_texts = _last_texts(files, manifest)
    edited = (
        _edited(
            layout,
            path,
            _first_difference(comparison.contents[path], last_texts.get(path)),
            _UNMERGED if merging else _ELSEWHERE,
        )
        for path in comparison.paths(Status.EDITED)
    )
    foreign = (_foreign(layout, path) for path in comparison.paths(Status.FOREIGN))
    return (*edited, *foreign)


def _last_texts(files: Iterable[File], manifest: Manifest | None) -> Mapping[str, str]:
    """Find the texts of the last run, of which only hashes are kept, among today's."""
    hashes = (
        {path: entry.sha256 for path, entry in manifest.files.items()}
        if manifest
        else {}
    )
    return {
        file.path: file.text
        for file in files
        if text_digest(file.text) == hashes.get(file.path)
    }


def _first_difference(content: bytes, last: str | None) -> int:
    if last is None:
        return 1
    there = content.decode(errors="replace").splitlines()
    pairs = enumerate(zip_longest(there, last.splitlines()), start=1)
    return next((line for line, (one, other) in pairs if one != other), 1)


def _edited(layout: Layout, path: str, line: int, way_out: str) -> Diagnostic:
    return error(
        "output-edited",
        f"`{path}` was edited by hand since it was generated",
        Position(str(layout.out / path), line, 1),
        hint=f"{way_out}, or give it up with `--force`",
        exit=Exit.EDITED,
    )


def _foreign(layout: Layout, path: str) -> Diagnostic:
    return error(
        "output-foreign",
        f"`{path}` is in the way and was not generated",
        Position(str(layout.out / path), 1, 1),
        hint="move it away, or replace it with `--force`",
        exit=Exit.EDITED,
    )
