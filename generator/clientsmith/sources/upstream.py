"""What a file comes from: addresses, a command, or an object of Python."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from clientsmith.diagnostics import Position


class Addresses(Struct, frozen=True):
    """Where it is published, in one part or in several.

    `headers` are as they are written: values may name variables of the environment.
    """

    urls: tuple[str, ...]
    headers: Mapping[str, str]

    def __str__(self) -> str:
        more = f" and {len(self.urls) - 1} more" if self.urls[1:] else ""
        return f"{self.urls[0]}{more}"


class Command(Struct, frozen=True):
    """A program that writes it to its standard output."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"`{' '.join(self.words)}`"


class PythonObject(Struct, frozen=True):
    """An object that is a description or makes one, as `module:attribute`."""

    name: str

    def __str__(self) -> str:
        return f"`{self.name}`"


Upstream: TypeAlias = Addresses | Command | PythonObject


class SourceFile(Struct, frozen=True):
    """A file that `pull` writes; its name is relative to the folder."""

    name: str
    folder: Path
    upstream: Upstream
    at: Position
    """Where the configuration says it."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.folder / self.name
