"""Writes the account of a run: everything that is said of it, in the form asked for."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec.structs import replace

from .account import Account
from .diagnostics import Diagnostic
from .excerpts import as_json, paragraphs
from .findings import Finding
from .findings.of_runs import findings_of
from .policy import fails
from .targets import Run
from .tasks import Format, Task


def account_of(run: Run, task: Task, seconds: float) -> Account:
    """Say what came of a target, which took so many seconds."""
    compiled = run.compiled
    report, document = compiled.report, compiled.document
    entries = report.operations if report else ()
    account = Account(
        name=run.target.name,
        input=run.target.input,
        out=str(run.target.out),
        package=run.target.package,
        exit=run.exit,
        exits=run.exits,
        counts=dict(Counter(each.severity for each in run.diagnostics)),
        known=run.known,
        operations=len(entries) if report else None,
        emitted=sum(entry.status == "emitted" for entry in entries),
        left_out=document.excluded if document else (),
        models=compiled.package.models if compiled.package else None,
        stepped_over=len(getattr(compiled.description, "stand_ins", ())),
        files=len(run.files),
        changes=run.changes,
        drift=run.drift,
        report=_report(run) if task.report else None,
        seconds=seconds,
    )
    return _with_problems(account, run, task)


def _with_problems(account: Account, run: Run, task: Task) -> Account:
    """Add the problems in the form that the task wants them in."""
    match task.format:
        case Format.text:
            only = [one for one in run.diagnostics if _matters(one, run, task)]
            return replace(account, lines=tuple(paragraphs(only, run.places)))
        case Format.json:
            return replace(account, diagnostics=tuple(_as_json(run)))
        case Format.github | Format.sarif:
            found = findings_of(run)
            if task.format is Format.github:
                found = [one for one in found if _matters(one, run, task)]
            return replace(account, findings=tuple(found))


def _matters(one: Diagnostic | Finding, run: Run, task: Task) -> bool:
    """Tell whether it is said: who wants quiet still wants to know what fails."""
    return not task.quiet or fails(one.severity, run.target.fail_on)


def _as_json(run: Run) -> list[dict[str, Any]]:
    return [as_json(one, run.places) for one in run.diagnostics]


def _report(run: Run) -> dict[str, Any]:
    """Write the report of a run; of one that was refused there are only problems."""
    diagnostics = _as_json(run)
    report = run.compiled.report
    return report.as_json(diagnostics) if report else {"diagnostics": diagnostics}
