"""What a run says to a person, and the same for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from msgspec import Struct, field

from .account import Account
from .diagnostics import Diagnostic, Exit, Severity
from .excerpts import Places, as_json, show
from .load import Sources
from .nearby import nearby
from .tasks import Format

if TYPE_CHECKING:
    from .findings import Finding

_STYLES = {"error[": "bold red", "warning[": "bold yellow", "hint[": "bold cyan"}


_HINT: Final = "hint["
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
    said: set[str] = field(default_factory=set[str])
    """The hints that are said of a target: another one with them has nothing new."""

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

    def account(self, account: Account) -> None:
        """Print what came of a target: its problems, and the rest on one screen."""
        self._lines([line for line in account.lines if line not in self.said])
        self.said.update(line for line in account.lines if _HINT in line)
        if not self.quiet and self.format in _FOR_PERSONS:
            self._lines(_summary(account))

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
        accounts: Sequence[Account],
        code: Exit,
        strays: Strays = Strays(),
    ) -> None:
        """Print for a program or a service what was found, if that was asked for."""
        match self.format:
            case Format.text:
                self._conclude([account.exit for account in accounts])
            case Format.json:
                _print([_dumped(_result(accounts, code, strays))])
            case Format.github | Format.sarif:
                from .findings import commands, findings_of_strays, sarif_log

                home = (strays.diagnostics, strays.places, strays.folder)
                found = findings_of_strays(*home)
                if self.format is Format.github:
                    found = [each for each in found if self._matters(each)]
                found += (each for account in accounts for each in account.findings)
                if self.format is Format.sarif:
                    _print([_dumped(sarif_log(found, code))])
                else:
                    _print(commands(found))

    def _conclude(self, codes: Sequence[Exit]) -> None:
        """Count what came of several targets; who wants quiet hears of failures."""
        failed = sum(code is not Exit.OK for code in codes)
        if len(codes) > 1 and (failed or not self.quiet):
            fine = f"{len(codes) - failed} fine"
            self._lines([f"{failed} failed, {fine}" if failed else fine])

    def _matters(self, diagnostic: Diagnostic | Finding) -> bool:
        return not self.quiet or diagnostic.severity is Severity.ERROR

    def _lines(self, lines: Sequence[str]) -> None:
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
    accounts: Iterable[Account], code: Exit, strays: Strays
) -> dict[str, object]:
    return {
        "exit": int(code),
        "targets": [_as_json(account) for account in accounts],
        "diagnostics": [as_json(one, strays.places) for one in strays.diagnostics],
    }


def _summary(account: Account) -> list[str]:
    if account.models is None or (account.operations is None and not account.files):
        return []
    over = account.stepped_over
    again = " (nothing has changed)" if account.remembered else ""
    return [
        f"{account.name}: {account.input} -> {nearby(account.out)}",
        *_operations(account),
        f"  models       {account.models}",
        *([f"  stepped over {over}"] if over else []),
        f"  files        {account.files} ({_counts(account)})",
        f"  diagnostics  {_severities(account)}",
        f"  time         {account.seconds:.2f} s{again}",
    ]


def _operations(account: Account) -> list[str]:
    if account.operations is None:
        return []
    count = len(account.left_out)
    left_out = f", {count} left out" if count else ""
    return [f"  operations   {account.emitted} of {account.operations}{left_out}"]


def _counts(account: Account) -> str:
    if (drift := account.drift) is not None:
        differ = f"{len(drift.differences)} differ"
        return f"{differ}, {len(kept)} edited" if (kept := drift.kept) else differ
    if (changes := account.changes) is None:
        return "nothing written"
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


def _severities(account: Account) -> str:
    counts = ((severity, account.counts.get(severity, 0)) for severity in Severity)
    parts = [f"{n} {severity}{'s' if n > 1 else ''}" for severity, n in counts if n]
    if account.known:
        parts.append(f"{account.known} known")
    return ", ".join(parts) or "none"


def _as_json(account: Account) -> dict[str, Any]:
    changes, found = account.changes, account.drift
    return {
        "name": account.name,
        "input": account.input,
        "out": account.out,
        "package": account.package,
        "operations": account.operations or 0,
        "left_out": list(account.left_out),
        "models": account.models or 0,
        "stepped_over": account.stepped_over,
        "files": account.files,
        "added": list(changes.added) if changes else [],
        "changed": list(changes.changed) if changes else [],
        "removed": list(changes.removed) if changes else [],
        "kept": list(source.kept) if (source := changes or found) else [],
        "drift": [difference.path for difference in found.differences] if found else [],
        "causes": [
            {"cause": str(reason.cause), "detail": reason.detail}
            for reason in (found.reasons if found else ())
        ],
        "diagnostics": list(account.diagnostics),
        "known": account.known,
        "seconds": round(account.seconds, 3),
        "remembered": account.remembered,
    }
