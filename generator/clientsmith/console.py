"""What a run says to a person, and the same for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from msgspec import Struct, field

from .diagnostics import Diagnostic, Exit, Severity
from .excerpts import Places, as_json, show
from .load import Sources
from .nearby import nearby
from .report import Report
from .targets import Run

if TYPE_CHECKING:
    from .findings import Finding

_STYLES = {"error[": "bold red", "warning[": "bold yellow", "hint[": "bold cyan"}


class Format(StrEnum):
    """How a run says what it found."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


_FOR_PERSONS: Final = frozenset({Format.text, Format.github})


class Strays(Struct, frozen=True):
    """Problems that belong to no target, and where the files are that they name."""

    diagnostics: Sequence[Diagnostic] = ()
    places: Places = Sources(())
    folder: Path = Path()


class Console(Struct, frozen=True):
    """Where a run reports: a terminal gets colours and progress, too."""

    quiet: bool = False
    format: Format = Format.text
    stream: TextIO = field(default_factory=lambda: sys.stderr)

    @contextmanager
    def progress(self, message: str) -> Generator[None]:
        """Show on a terminal that work is going on."""
        if self.quiet or self.format is not Format.text or not self.stream.isatty():
            yield
            return
        from rich.console import Console as Rich

        with Rich(file=self.stream).status(message):
            yield

    def report(self, diagnostics: Iterable[Diagnostic], places: Places) -> None:
        """Print diagnostics with their excerpts."""
        kept = [one for one in diagnostics if self._matters(one)]
        if kept and self.format is Format.text:
            self._lines(show(kept, places))

    def remark(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print what is worth a word, whatever standard output is for."""
        if not self.quiet:
            self._lines(show(diagnostics, Sources(())))

    def summary(self, run: Run, seconds: float) -> None:
        """Print what came of a target, on one screen."""
        if not self.quiet and self.format in _FOR_PERSONS:
            self._lines(_summary(run, seconds))

    def lines(self, lines: Iterable[str]) -> None:
        """Print what was asked for, to standard output."""
        if self.format in _FOR_PERSONS:
            _print(lines)

    def details(self, title: str, lines: Iterable[str]) -> None:
        """Print what shows a problem at length, to standard output."""
        if self.format is Format.github:
            from .findings import grouped

            lines = grouped(title, lines)
        self.lines(lines)

    def finish(
        self,
        runs: list[tuple[Run, float]],
        code: Exit,
        strays: Strays = Strays(),
    ) -> None:
        """Print for a program or a service what was found, if that was asked for."""
        match self.format:
            case Format.text:
                pass
            case Format.json:
                _print([_dumped(_result(runs, code, strays))])
            case Format.github | Format.sarif:
                from .findings import commands, gather, sarif_log

                home = (strays.diagnostics, strays.places, strays.folder)
                found = gather((run for run, _ in runs), *home)
                if self.format is Format.sarif:
                    _print([_dumped(sarif_log(found, code))])
                else:
                    _print(commands(each for each in found if self._matters(each)))

    def _matters(self, diagnostic: Diagnostic | Finding) -> bool:
        return not self.quiet or diagnostic.severity is Severity.ERROR

    def _lines(self, lines: list[str]) -> None:
        if not self.stream.isatty():
            self.stream.writelines(f"{line}\n" for line in lines)
            return
        from rich.console import Console as Rich
        from rich.text import Text

        rich = Rich(file=self.stream, soft_wrap=True)
        for line in lines:
            text = Text(line)
            for word, style in _STYLES.items():
                text.highlight_words(
                    [word.rstrip("[")], style
                ) if word in line else None
            rich.print(text)


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _dumped(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _result(
    runs: Iterable[tuple[Run, float]], code: Exit, strays: Strays
) -> dict[str, object]:
    return {
        "exit": int(code),
        "targets": [_as_json(run, seconds) for run, seconds in runs],
        "diagnostics": [as_json(one, strays.places) for one in strays.diagnostics],
    }


def _summary(run: Run, seconds: float) -> list[str]:
    package = run.compiled.package
    if package is None or (run.compiled.report is None and not run.files):
        return []
    counts = _counts(run)
    return [
        f"{run.target.name}: {run.target.input} -> {nearby(run.target.out)}",
        *_operations(run.compiled.report, _excluded(run)),
        f"  models       {package.models}",
        *([f"  stepped over {over}"] if (over := _stepped_over(run)) else []),
        f"  files        {len(run.files)} ({counts})",
        f"  diagnostics  {_severities(run.diagnostics, run.known)}",
        f"  time         {seconds:.2f} s",
    ]


def _operations(report: Report | None, excluded: tuple[str, ...]) -> list[str]:
    if report is None:
        return []
    emitted = sum(entry.status == "emitted" for entry in report.operations)
    left_out = f", {len(excluded)} left out" if excluded else ""
    return [f"  operations   {emitted} of {len(report.operations)}{left_out}"]


def _excluded(run: Run) -> tuple[str, ...]:
    document = run.compiled.document
    return document.excluded if document else ()


def _stepped_over(run: Run) -> int:
    description = run.compiled.description
    return len(description.stand_ins) if description else 0


def _counts(run: Run) -> str:
    if run.drift is not None:
        differ = f"{len(run.drift.differences)} differ"
        return f"{differ}, {len(kept)} edited" if (kept := run.drift.kept) else differ
    if run.changes is None:
        return "nothing written"
    changes = run.changes
    parts = [
        f"{len(paths)} {word}"
        for word, paths in (
            ("added", changes.added),
            ("changed", changes.changed),
            ("removed", changes.removed),
            ("edited", changes.kept),
        )
        if paths
    ]
    return ", ".join(parts) or "unchanged"


def _severities(diagnostics: list[Diagnostic], known: int) -> str:
    parts: list[str] = []
    for severity in Severity:
        count = sum(one.severity is severity for one in diagnostics)
        if count:
            parts.append(f"{count} {severity}{'s' if count > 1 else ''}")
    if known:
        parts.append(f"{known} known")
    return ", ".join(parts) or "none"


def _as_json(run: Run, seconds: float) -> dict[str, Any]:
    changes, found = run.changes, run.drift
    return {
        "name": run.target.name,
        "input": run.target.input,
        "out": str(run.target.out),
        "package": run.target.package,
        "operations": len(run.compiled.report.operations) if run.compiled.report else 0,
        "left_out": list(_excluded(run)),
        "models": run.compiled.package.models if run.compiled.package else 0,
        "stepped_over": _stepped_over(run),
        "files": len(run.files),
        "added": list(changes.added) if changes else [],
        "changed": list(changes.changed) if changes else [],
        "removed": list(changes.removed) if changes else [],
        "kept": list(source.kept) if (source := changes or found) else [],
        "drift": [difference.path for difference in found.differences] if found else [],
        "causes": [
            {"cause": str(reason.cause), "detail": reason.detail}
            for reason in (found.reasons if found else ())
        ],
        "diagnostics": [as_json(one, run.places) for one in run.diagnostics],
        "known": run.known,
        "seconds": round(seconds, 3),
    }
