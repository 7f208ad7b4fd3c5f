"""What a command does with each of its targets."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct


class Format(StrEnum):
    """How a run says what it found."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"

    @property
    def is_for_services(self) -> bool:
        """Whether problems are said by the paths of the repository."""
        return self in {Format.github, Format.sarif}


class Task(Struct, frozen=True, kw_only=True):
    """A command and its options, as far as they are about targets."""

    command: Literal["check", "generate"]
    format: Format = Format.text
    quiet: bool = False
    """Whether only errors are said."""
    force: bool = False
    """Whether edits by hand are given up."""
    renames: tuple[str, ...] = ()
    """What is published under another name from now on."""
    write_baseline: bool = False
    """Whether all that is said is known from now on."""
    report: bool = False
    """Whether an account of every operation and schema is wanted."""

    @property
    def is_plain(self) -> bool:
        """Whether it asks for nothing but what the last run may have said already."""
        return not (self.force or self.renames or self.write_baseline or self.report)
