"""What is said of a target besides what its stages say: what keeps it from others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from clientsmith.account import Account
from clientsmith.config import Target
from clientsmith.diagnostics import Diagnostic, Exit, Severity
from clientsmith.excerpts import as_json, paragraphs, sorted_by_place
from clientsmith.findings.finding import Home, find
from clientsmith.load import Source, Sources
from clientsmith.policy import exit_of, fails
from clientsmith.tasks import Format, Task


def with_problems(
    account: Account, problems: Sequence[Diagnostic], target: Target, task: Task
) -> Account:
    """Add problems to an account, in the form that is wanted."""
    if not problems:
        return account
    exits = _exits(account, problems)
    counted = replace(
        account,
        exits=exits,
        exit=exit_of(exits, target.fail_on, has_drifted=False),
        counts=dict(Counter(account.counts) + Counter(_severities(problems))),
    )
    return _written(counted, problems, target, task)


def _written(
    account: Account, problems: Sequence[Diagnostic], target: Target, task: Task
) -> Account:
    places = _places(target)
    said = [one for one in problems if not task.quiet or _matters(one, target)]
    match task.format:
        case Format.text:
            lines = (*account.lines, *paragraphs(said, places))
            return replace(account, lines=lines)
        case Format.json:
            values = (as_json(one, places) for one in problems)
            return replace(account, diagnostics=(*account.diagnostics, *values))
        case Format.github | Format.sarif:
            kept = said if task.format is Format.github else problems
            found = find(sorted_by_place(kept, places), places, _home(target))
            return replace(account, findings=(*account.findings, *found))


def _home(target: Target) -> Home:
    path = target.configuration
    name = path.name if path else None
    return Home(folder=target.folder, fallback=name, target=target.name)


def _matters(one: Diagnostic, target: Target) -> bool:
    return fails(one.severity, target.fail_on)


def _severities(problems: Sequence[Diagnostic]) -> list[Severity]:
    return [one.severity for one in problems]


def _exits(account: Account, problems: Sequence[Diagnostic]) -> dict[Severity, Exit]:
    """Find the smallest code among the problems of each severity."""
    exits = dict(account.exits)
    for one in problems:
        exits[one.severity] = min(one.exit, exits.get(one.severity, one.exit))
    return exits


def _places(target: Target) -> Sources:
    """Quote from the configuration, where each of them stands."""
    path = target.configuration
    return Sources((Source(path.name, path.read_bytes()),) if path else ())
