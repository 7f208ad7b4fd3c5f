"""What is said of a change where it is proposed: a title, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.compare import Side, Verdict
from clientsmith.diagnostics import Position
from clientsmith.editions.places import around
from clientsmith.reports import Locators, Reported, markdown, report
from clientsmith.reports.text import summary
from clientsmith.reports.words import headline
from clientsmith.targets import Run

from .titles import with_step

_LONGEST: Final = 60_000
"""Hosts take a few more characters."""
_LISTED: Final = 20


class Proposal(Struct, frozen=True):
    """What is said of a change: in one line, in a commit, and at length."""

    title: str
    subject: str
    """The title of the commit, which may be one of several."""
    summary: str
    body: str


def proposal_of(run: Run, base: str, *, is_new: bool) -> Proposal:
    """Say what a run changes for those who have what the base has.

    That may be no package at all (`is_new`).
    """
    settled = run.settled
    if settled is None or settled.changes is None:
        return _first(run, is_new=is_new)
    reported = _reported(run, base)
    lines = [*markdown(reported), "", *_origin(run)]
    title = _title(run)
    subject = with_step(title, settled)
    return Proposal(title, subject, _summary(reported), _bounded(lines))


def _first(run: Run, *, is_new: bool) -> Proposal:
    """Say how large a package is that there is nothing to compare with."""
    package, version = run.target.package, _version(run)
    size = _size(run)
    lines = [f"The package `{package}` is generated here for the first time: {size}."]
    title = f"Add the client {package} {version}"
    if not is_new:
        lines = [f"Nobody knows what callers had of `{package}`. Now it has {size}."]
        title = f"Update {package}"
    body = "\n".join([*lines, "", *_origin(run)])
    settled = run.settled
    is_next = settled is not None and settled.there is not None
    subject = with_step(f"Update {package}", settled) if settled and is_next else title
    return Proposal(title, subject, f"{size[0].upper()}{size[1:]}.", f"{body}\n")


def _size(run: Run) -> str:
    """Count as the summary of a run does: what is received is an operation, too."""
    planned = run.compiled.package
    if planned is None:
        return "nothing"
    received = len(planned.received)
    counts = {"operation": len(planned.calls) + received, "model": planned.models}
    said = [f"{n} {word}{'s' * (n > 1)}" for word, n in counts.items() if n]
    if received:
        said[0] += f" ({received} of them webhooks or callbacks)"
    return " and ".join(said) or "nothing"


def _title(run: Run) -> str:
    settled = run.settled
    package, version = run.target.package, _version(run)
    is_same = settled is None or version == settled.before
    return f"Update {package}" if is_same else f"Update {package} to {version}"


def _version(run: Run) -> str:
    return run.settled.release.version if run.settled else run.target.version


def _reported(run: Run, base: str) -> Reported:
    settled = run.settled
    changes = settled.changes if settled else None
    found = report(
        run.target.name,
        (base, "this branch"),
        changes or (),
        Locators(lambda _: None, partial(_locate, run), _gone(run)),
        version=settled.before if settled else None,
    )
    if settled is None or found.next == _version(run):
        return found
    return replace(found, old=f"{base} ({settled.before})", new=_version(run))


def _locate(run: Run, side: Side) -> Position | None:
    at = side.at
    return None if at is None else run.places.locate(run.compiled.moves.origin(at))


def _gone(run: Run) -> Callable[[Side], Position | None]:
    """Find what something was a part of: nobody has kept where it was itself."""
    release = run.settled.release if run.settled else None
    find = around(release.surface) if release else None
    return lambda side: (
        _locate(run, replace(side, at=find(side.place))) if find else None
    )


def _summary(reported: Reported) -> str:
    alike = reported.together(Verdict.BREAKING)
    breaking = [headline(*each.changes) for each in alike]
    shown = [f"- {text}" for text in breaking[:_LISTED]]
    if len(breaking) > _LISTED:
        shown.append(f"- and {len(breaking) - _LISTED} more")
    said = summary(reported).partition(":")[0]
    between = [""] if shown else []
    return "\n".join([f"{said[0].upper()}{said[1:]}.", *between, *shown])


def _origin(run: Run) -> Iterator[str]:
    target = run.target
    yield (
        f"Generated from `{target.input}` by clientsmith. "
        "The branch is kept up to date; commits of others on it stay."
    )


def _bounded(lines: Iterable[str]) -> str:
    """Write lines as far as a host takes them, and close what is open then."""
    kept: list[str] = []
    size = 0
    for line in lines:
        size += len(line) + 1
        if size > _LONGEST:
            opened = sum(each.startswith("<details>") for each in kept)
            closed = kept.count("</details>")
            kept += ["", *["</details>"] * (opened - closed)]
            kept += ["", "There is more than fits here: `clientsmith diff` lists it."]
            break
        kept.append(line)
    return "\n".join(kept) + "\n"
