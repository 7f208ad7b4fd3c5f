"""`clientsmith diff`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, error

from .comparing import compared
from .diff_options import (
    ApprovalsFile,
    Approve,
    DiffFormat,
    FailLevel,
    FailOn,
    Form,
    LinksTo,
    New,
    Old,
    OnlyBump,
)
from .diff_written import bumps, written
from .options import Quiet, TargetNames
from .selecting import stop_at

if TYPE_CHECKING:
    from clientsmith.approvals import Approvals
    from clientsmith.reports import Reported


def diff(
    old: Old = None,
    new: New = None,
    *,
    target: TargetNames = None,
    form: Form = DiffFormat.text,
    links: LinksTo = None,
    only_bump: OnlyBump = False,
    fail_on: FailOn = None,
    approvals: ApprovalsFile = None,
    approve: Approve = False,
    quiet: Quiet = False,
) -> None:
    """Say what changes of a description mean for those who call the client."""
    console = Console(quiet=quiet)
    if approve and approvals is None:
        stop_at(console, [_no_file()])
    if links is not None:
        stop_at(console, list(_wrong_links(links, form)))
    known = _approved(console, approvals, is_new=approve)
    reported, wrong = compared(console, (old, new), target or (), known)
    said: list[str] = []
    if approve and approvals is not None and reported:
        said = [_approve(console, approvals, known, reported)]
    fails = fail_on is not None and any(one.fails(fail_on.value) for one in reported)
    code = wrong or (Exit.DRIFT if fails and not approve else Exit.OK)
    if quiet and form is DiffFormat.text:
        shown = [] if code is Exit.OK else _failing(reported, fail_on)
    else:
        shown = reported
    lines = bumps(reported) if only_bump else written(shown, form, code, links)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    is_read = form is DiffFormat.text and not only_bump
    stream = sys.stdout if is_read else sys.stderr
    stream.writelines(f"{line}\n" for line in said if not quiet)
    raise typer.Exit(code)


def _failing(reported: list[Reported], level: FailLevel | None) -> list[Reported]:
    """List the targets that make the run fail: of others, nothing is wrong."""
    return [one for one in reported if level is not None and one.fails(level.value)]


def _approved(console: Console, path: Path | None, *, is_new: bool) -> Approvals:
    from clientsmith.approvals import Approvals, read_approvals

    if path is None:
        return Approvals({})
    outcome = read_approvals(path)
    if outcome.value is None:
        stop_at(console, outcome.diagnostics)
    console.remark([] if is_new else outcome.diagnostics)
    return outcome.value or Approvals({})


def _approve(
    console: Console, path: Path, known: Approvals, reported: list[Reported]
) -> str:
    """Write down what breaks code and is wanted all the same, and say so in a line."""
    from clientsmith.approvals import approved, dropped, receipt, write_approvals
    from clientsmith.compare import Verdict

    now = known
    for one in reported:
        breaking = [each.change for each in one.of(Verdict.BREAKING)]
        now = approved(now, one.name, breaking)
    stop_at(console, write_approvals(path, now))
    console.remark(dropped(known, now))
    return receipt(path, known, now, [one.name for one in reported])


def _wrong_links(links: str, form: DiffFormat) -> Iterator[Diagnostic]:
    from clientsmith.reports import unknown_holes

    if form is not DiffFormat.html:
        message = "`--links` has no effect without `--format html`"
        hint = "leave one of them out"
        yield error("option-conflict", message, hint=hint, exit=Exit.USAGE)
    for name in unknown_holes(links):
        message = f"`--links` has `{{{name}}}`, and nothing is put in for that"
        hint = "it may have `{revision}`, `{path}` and `{line}`"
        yield error("option-conflict", message, hint=hint, exit=Exit.USAGE)


def _no_file() -> Diagnostic:
    message = "`--approve` has no effect without `--approvals`"
    hint = "say where approvals are: `--approvals clientsmith.approvals.json`"
    return error("option-conflict", message, hint=hint, exit=Exit.USAGE)
