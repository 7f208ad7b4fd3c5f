"""Problems as values: collected by every stage, shown together at the end."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from .pointer import Pointer

T = TypeVar("T")


class Exit(IntEnum):
    """What the process says to its caller."""

    OK = 0
    DRIFT = 1
    USAGE = 2
    DOCUMENT = 3
    UNSUPPORTED = 4
    EDITED = 5
    NETWORK = 6
    BUG = 70


class Severity(StrEnum):
    """How much a problem matters: errors stop, warnings and hints do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Position(Struct, frozen=True, order=True):
    """A place in a text; lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Note(Struct, frozen=True):
    """The other half of a problem: what it conflicts with, or where it came from."""

    message: str
    at: Pointer | Position | None = None


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One problem: its code, where it is, what is wrong and what to do about it.

    `at` is a pointer while only the value is known, a position where the text
    itself is wrong, and None for what has no place in any document. `exit` is
    what the process ends with when this problem is what stopped it.
    `instead` says what the stage made instead, where it could step over an error,
    and `setting` is the option that would let it pass. `paste` are lines for a file
    of the user's, which solve it.
    """

    code: str
    severity: Severity
    message: str
    at: Pointer | Position | None = None
    notes: tuple[Note, ...] = ()
    hint: str | None = None
    exit: Exit = Exit.DOCUMENT
    instead: str | None = None
    setting: str | None = None
    paste: tuple[str, ...] = ()

    @property
    def passable(self) -> bool:
        """Whether a policy may let it pass: the stage could go on."""
        return self.severity is not Severity.ERROR or self.instead is not None


class Outcome(Struct, Generic[T], frozen=True):
    """What a stage made, and what it has to say; no value where it had to stop."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


def error(
    code: str,
    message: str,
    at: Pointer | Position | None = None,
    *,
    hint: str | None = None,
    notes: tuple[Note, ...] = (),
    exit: Exit = Exit.DOCUMENT,  # noqa: A002 - the field's own name
) -> Diagnostic:
    """Make a diagnostic that stops the run."""
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        message=message,
        at=at,
        notes=notes,
        hint=hint,
        exit=exit,
    )


def warning(
    code: str,
    message: str,
    at: Pointer | Position | None = None,
    *,
    hint: str | None = None,
    notes: tuple[Note, ...] = (),
    exit: Exit = Exit.UNSUPPORTED,  # noqa: A002 - the field's own name
) -> Diagnostic:
    """Make a diagnostic that is shown and does not stop the run."""
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=message,
        at=at,
        notes=notes,
        hint=hint,
        exit=exit,
    )


def hint(
    code: str,
    message: str,
    at: Pointer | Position | None = None,
    *,
    hint: str | None = None,
    notes: tuple[Note, ...] = (),
    paste: tuple[str, ...] = (),
    exit: Exit = Exit.UNSUPPORTED,  # noqa: A002 - the field's own name
) -> Diagnostic:
    """Make a diagnostic that suggests something."""
    return Diagnostic(
        code=code,
        severity=Severity.HINT,
        message=message,
        at=at,
        notes=notes,
        hint=hint,
        paste=paste,
        exit=exit,
    )
