"""What a run would change in the output folder, file by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field

from .files import File, Mode, digest, text_digest
from .manifest import Entry, Manifest
from .reformatted import differing_in_style, restored_by_style


class Status(StrEnum):
    """What became of one file since the last run."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    MISSING = "missing"
    FOREIGN = "foreign"
    FORMATTING = "formatting"
    KEPT = "kept"
    MERGED = "merged"
    CONFLICT = "conflict"
    LEFT = "left"


BLOCKING = frozenset({Status.EDITED, Status.FOREIGN})
AT_REST = frozenset({Status.UNCHANGED, Status.KEPT, Status.LEFT})
"""Where a run has nothing to write."""


class Comparison(Struct, frozen=True):
    """The status of every file, and what the folder holds of the differing ones.

    `merged` is what files become that were edited and are generated anew.
    """

    statuses: Mapping[str, Status]
    contents: Mapping[str, bytes]
    merged: Mapping[str, str] = field(default_factory=dict[str, str])

    def paths(self, *statuses: Status) -> tuple[str, ...]:
        """List the files of these statuses in the order of their paths."""
        return tuple(path for path, found in self.statuses.items() if found in statuses)


def compare(
    out: Path,
    files: Iterable[File],
    manifest: Manifest | None,
    *,
    finished: bool = True,
) -> Comparison:
    """Compare what was generated, what was written last time and what is there.

    `finished` says that what the steps after the last run made of files is what
    they would make again.
    """
    generated = {file.path: file for file in files}
    owned = manifest.owned if manifest else {}
    contents = {
        path: content
        for path in sorted(generated.keys() | owned.keys())
        if (content := _content(out / path)) is not None
    }
    statuses = {
        path: _status(
            generated.get(path), owned.get(path), contents.get(path), finished=finished
        )
        for path in sorted(generated.keys() | owned.keys())
        if path in generated or path in contents
    }
    _forgive_formatting(statuses, contents, generated, manifest)
    return Comparison(statuses, contents)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _status(
    file: File | None, entry: Entry | None, content: bytes | None, *, finished: bool
) -> Status:
    """Compare by hash alone.

    A file that already is what would be generated is never foreign nor edited, so
    that a lost manifest can be made again.
    """
    if content is None:
        return Status.MISSING if entry else Status.ADDED
    if file and (file.mode is Mode.SEEDED or digest(content) == text_digest(file.text)):
        return Status.UNCHANGED
    if entry is None:
        return Status.FOREIGN
    if digest(content) == entry.finished_sha256:
        is_same = file and text_digest(file.text) == entry.sha256
        if is_same and finished:
            return Status.UNCHANGED
    elif digest(content) != entry.sha256:
        return Status.EDITED
    return Status.CHANGED if file else Status.REMOVED


def _forgive_formatting(
    statuses: dict[str, Status],
    contents: Mapping[str, bytes],
    generated: Mapping[str, File],
    manifest: Manifest | None,
) -> None:
    """Tell a file that went through a formatter from one that was edited."""
    edited = [path for path, found in statuses.items() if found is Status.EDITED]
    for path in restored_by_style(edited, contents, manifest):
        statuses[path] = Status.CHANGED if path in generated else Status.REMOVED
    candidates = {
        path: (contents[path], generated[path].text)
        for path, found in statuses.items()
        if path in generated and found in {Status.CHANGED, *BLOCKING}
    }
    for path in differing_in_style(candidates):
        statuses[path] = Status.FORMATTING
