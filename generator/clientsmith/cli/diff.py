"""`clientsmith diff`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.load import Sources

from .options import TargetNames
from .selecting import stop_at

if TYPE_CHECKING:
    from clientsmith.approvals import Approvals
    from clientsmith.editions import Asked, Edition, Pair
    from clientsmith.reports import Reported, Where


class DiffFormat(StrEnum):
    """How differences are written."""

    text = "text"
    markdown = "markdown"
    json = "json"
    github = "github"
    html = "html"


class FailLevel(StrEnum):
    """From which verdict on a change makes the run fail."""

    breaking = "breaking"
    compatible = "compatible"
    docs = "docs"


_Edition = "a description, `REVISION:PATH`, or a revision whose targets are compared"


def diff(
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="OLD",
            help=f"The older package: {_Edition}; `HEAD` if left out.",
            show_default=False,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="NEW",
            help="The newer one, likewise; the work tree if left out.",
            show_default=False,
        ),
    ] = None,
    *,
    target: TargetNames = None,
    form: Annotated[
        DiffFormat, typer.Option("--format", help="What changes are written as.")
    ] = DiffFormat.text,
    links: Annotated[
        str | None,
        typer.Option(
            "--links",
            metavar="TEMPLATE",
            help="Where a page shows lines of descriptions: an address with "
            "{revision}, {path} and {line}.",
            show_default=False,
        ),
    ] = None,
    only_bump: Annotated[
        bool,
        typer.Option(
            "--bump", help="Print only which part of the version has to grow."
        ),
    ] = False,
    fail_on: Annotated[
        FailLevel | None,
        typer.Option(
            "--fail-on",
            help="End with 1 where a change is as grave as that, and not approved.",
            show_default=False,
        ),
    ] = None,
    approvals: Annotated[
        Path | None,
        typer.Option(
            "--approvals",
            metavar="FILE",
            help="The file of changes that are approved.",
            show_default=False,
        ),
    ] = None,
    approve: Annotated[
        bool,
        typer.Option("--approve", help="Approve what breaks, in that file."),
    ] = False,
) -> None:
    """Say what changes of a description mean for those who call the client."""
    from clientsmith.scratch import scratch

    console = Console(quiet=True)
    if approve and approvals is None:
        stop_at(console, [_no_file()])
    if links is not None:
        stop_at(console, list(_wrong_links(links, form)))
    known = _approved(console, approvals)
    with scratch() as folder:
        pairs = _pairs(console, (old, new), target or (), folder.resolve())
        reported = [_compared(console, pair, known) for pair in pairs]
    if approve and approvals is not None:
        _approve(console, approvals, known, reported)
    fails = fail_on is not None and any(one.fails(fail_on.value) for one in reported)
    code = Exit.DRIFT if fails and not approve else Exit.OK
    lines = _bumps(reported) if only_bump else _written(reported, form, code, links)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    raise typer.Exit(code)


def _pairs(
    console: Console,
    words: tuple[str | None, str | None],
    names: Iterable[str],
    scratch: Path,
) -> list[Pair]:
    from clientsmith.editions import pairs_asked

    outcome = pairs_asked(*words, names, Path.cwd(), scratch)
    if outcome.value is None:
        stop_at(console, outcome.diagnostics)
    Console().report(outcome.diagnostics, Sources(()))
    return outcome.value or []


def _compared(console: Console, pair: Pair, known: Approvals) -> Reported:
    """Compile both packages, and compare what callers see of them."""
    from clientsmith.compare import compare, things
    from clientsmith.editions import compile_pair
    from clientsmith.reports import Locators, report

    old, new = compile_pair(pair)
    for each in (old, new):
        _stop_at_wrong(console, each)
    if old.surface is None or new.surface is None:
        raise typer.Exit(Exit.DOCUMENT)
    changes = compare(old.surface, new.surface)
    return report(
        pair.name,
        (pair.old.title, pair.new.title),
        changes,
        Locators(old.locate, new.locate, partial(new.locate_gone, older=old)),
        known.of(pair.name),
        _version(pair),
        pair.new.target.folder,
        things(old.surface, new.surface, changes),
        (_where(pair.old), _where(pair.new)),
    )


def _where(asked: Asked) -> Where:
    """Say where the files of a package are looked at."""
    from clientsmith.editions import repository_of
    from clientsmith.reports import Where

    folder, checkout = asked.folder, asked.checkout
    if checkout:
        return Where(folder, checkout.folder, checkout.commit, is_here=False)
    repository = repository_of(folder)
    commit = repository.commit("HEAD") if repository else None
    return Where(folder, repository.root if repository else folder, commit or "HEAD")


def _version(pair: Pair) -> str | None:
    """Return the version that the older package has, if it is known."""
    from clientsmith.emit.records import read_record
    from clientsmith.releases import SEMVER, earlier_at

    target, checkout = pair.new.target, pair.new.checkout
    if not pair.new.configured:
        return None
    if target.version != SEMVER:
        return target.version
    if target.repository is not None:
        record = read_record(target.lock, target.name)
        return record.version if record else None
    revision = pair.old.checkout.commit if pair.old.checkout else "HEAD"
    out = checkout.origin(target.out) if checkout else target.out
    earlier = earlier_at(out, target.package, revision).value
    return earlier.version if earlier else None


def _stop_at_wrong(console: Console, edition: Edition) -> None:
    """End where a description cannot be compiled, and say what is wrong with it."""
    if edition.surface is None:
        problems = edition.problems
        sys.stderr.write(f"{edition.asked.title} cannot be compiled:\n")
        console.report(problems, edition.places)
        raise typer.Exit(min((one.exit for one in problems), default=Exit.DOCUMENT))


def _written(
    reported: list[Reported], form: DiffFormat, code: Exit, links: str | None
) -> Iterator[str]:
    match form:
        case DiffFormat.json:
            from clientsmith.reports import as_json

            yield json.dumps(as_json(reported, int(code)), indent=2, ensure_ascii=False)
        case DiffFormat.html:
            from clientsmith.reports import Links
            from clientsmith.reports.as_html import as_html

            yield as_html(reported, Links(links, Path.cwd()))
        case _:
            yield from _one_by_one(reported, form)


def _one_by_one(
    reported: list[Reported],
    form: Literal[DiffFormat.text, DiffFormat.markdown, DiffFormat.github],
) -> Iterator[str]:
    from clientsmith.findings import Home
    from clientsmith.reports import commands, markdown, text

    for index, one in enumerate(reported):
        match form:
            case DiffFormat.text:
                yield from [""] * bool(index)
                yield from text(one)
            case DiffFormat.markdown:
                yield from [""] * bool(index)
                yield from markdown(one)
            case DiffFormat.github:
                yield from commands(one, Home(folder=one.folder))


def _bumps(reported: list[Reported]) -> Iterator[str]:
    """Print one word, or one for each target."""
    for one in reported:
        yield one.bump if len(reported) == 1 else f"{one.name}: {one.bump}"


def _approved(console: Console, path: Path | None) -> Approvals:
    from clientsmith.approvals import Approvals, read_approvals

    if path is None:
        return Approvals({})
    outcome = read_approvals(path)
    stop_at(console, outcome.diagnostics)
    return outcome.value or Approvals({})


def _approve(
    console: Console, path: Path, known: Approvals, reported: list[Reported]
) -> None:
    """Write down what breaks code and is wanted all the same."""
    from clientsmith.approvals import approved, write_approvals
    from clientsmith.compare import Verdict

    for one in reported:
        breaking = [each.change for each in one.of(Verdict.BREAKING)]
        known = approved(known, one.name, breaking)
    stop_at(console, write_approvals(path, known))


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
