"""What a run wrote and what it was made from.

Everything here follows from the inputs alone: no clock, no machine, no user.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from clientsmith.format import format_files
from clientsmith.styles import Formatter

from .files import File, Mode, text_digest


class Role(StrEnum):
    """What an input is to the run."""

    DOCUMENT = "document"
    OVERLAY = "overlay"
    CONFIGURATION = "configuration"


class Input(Struct, frozen=True, order=True):
    """One input, by the name its user gave it."""

    role: Role
    name: str
    sha256: str


class Provenance(Struct, frozen=True):
    """Everything that decides what is generated; `templates` is their digest."""

    generator: str
    templates: str
    formatter: Formatter
    formatter_version: str
    inputs: tuple[Input, ...]


class Entry(Struct, frozen=True):
    """One written file.

    `formatted_sha256` is the hash it has in Black style, where no formatter was
    asked for: it tells the team's own formatter from an edit by hand.
    `finished_sha256` is the hash of what the steps after the last run made of it.
    """

    mode: Mode
    sha256: str
    sources: tuple[str, ...] = ()
    formatted_sha256: str | None = None
    finished_sha256: str | None = None


class Manifest(Struct, frozen=True):
    """The files of one output, and their provenance.

    It is `unfinished` until the steps after a run have passed. What is `left` was
    edited by hand and is no longer generated.
    """

    provenance: Provenance
    files: Mapping[str, Entry]
    unfinished: bool = False
    left: tuple[str, ...] = ()

    @property
    def owned(self) -> dict[str, Entry]:
        """The files that are ours to replace and to delete."""
        return {
            path: entry
            for path, entry in self.files.items()
            if entry.mode is Mode.OWNED
        }


def make_manifest(files: Iterable[File], provenance: Provenance) -> Manifest:
    """Describe what a run is about to write."""
    files = list(files)
    styled = _styled(files) if provenance.formatter == "none" else {}
    return Manifest(provenance, {file.path: _entry(file, styled) for file in files})


def _styled(files: Iterable[File]) -> dict[str, str]:
    texts = {file.path: file.text for file in files if file.mode is Mode.OWNED}
    return format_files(texts, "ruff").value or {}


def _entry(file: File, styled: Mapping[str, str]) -> Entry:
    formatted = styled.get(file.path, file.text)
    return Entry(
        mode=file.mode,
        sha256=text_digest(file.text),
        sources=file.sources,
        formatted_sha256=None if formatted == file.text else text_digest(formatted),
    )
