"""What came of one target, as plain values: to be shown, sent or kept."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from .diagnostics import Exit, Severity
from .findings.finding import Finding
from .write import Changes, Drift


class Account(Struct, frozen=True, kw_only=True):
    """Everything that a command says of a target; nothing of it leads elsewhere.

    Problems are there in the form that was asked for, and empty in the others.
    """

    name: str
    input: str
    out: str
    package: str
    exit: Exit
    """What the program ends with on account of this target."""
    lines: tuple[str, ...] = ()
    """The problems for people, each with its excerpt below it, and their number."""
    diagnostics: tuple[dict[str, Any], ...] = ()
    """The problems as JSON values."""
    findings: tuple[Finding, ...] = ()
    """The problems by the paths of the repository, for services."""
    exits: dict[Severity, Exit] = {}
    """What it would end with on account of the problems of each severity."""
    counts: dict[Severity, int] = {}
    """How many problems there are of each severity."""
    known: int = 0
    """How many problems are those of the baseline, and left out."""
    operations: int | None = None
    """How many operations are described; nothing where nobody asks for them."""
    emitted: int = 0
    left_out: tuple[str, ...] = ()
    models: int | None = None
    """How many models there are; nothing where nothing was planned."""
    stepped_over: int = 0
    files: int = 0
    changes: Changes | None = None
    drift: Drift | None = None
    report: dict[str, Any] | None = None
    seconds: float = 0.0
    remembered: bool = False
    """Whether it was said before, of the same input and the same output."""
