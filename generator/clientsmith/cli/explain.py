"""`clientsmith explain`."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientsmith.config import Target
from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.inputs import read_sources
from clientsmith.lock import read_lock

from .options import Out, Overlays, PackageName, TargetNames
from .selecting import Written, stop_at, targets_of

if TYPE_CHECKING:
    from clientsmith.explaining import Question, Subject

What = Annotated[
    str | None,
    typer.Argument(
        metavar="WHAT",
        help="The code of a diagnostic, a line of a generated file (`FILE:LINE`), or "
        "a part of the description (`#/components/schemas/Pet`).",
        show_default=False,
    ),
]
Spec = Annotated[
    str | None,
    typer.Argument(
        metavar="SPEC",
        help="The description, if no configuration has it.",
        show_default=False,
    ),
]


def explain(
    what: What = None,
    spec: Spec = None,
    *,
    every: Annotated[
        bool,
        typer.Option("--all", help="Print all that diagnostics mean, as Markdown."),
    ] = False,
    out: Out = None,
    package: PackageName = None,
    overlay: Overlays = None,
    target: TargetNames = None,
) -> None:
    """Say what a diagnostic means, what a line is made from, or what became of it."""
    from clientsmith.explaining import read_question

    console = Console(quiet=True)
    if every or what is None:
        _explain_all(console)
        return
    question = read_question(what)
    if question.kind == "code":
        _explain_code(console, question.text)
        return
    targets = targets_of(console, spec, overlay, target, Written(out, package))
    _explain_targets(console, targets, question)


def _explain_all(console: Console) -> None:
    from clientsmith.catalogue import page

    console.lines(page().rstrip("\n").split("\n"))


def _explain_code(console: Console, code: str) -> None:
    from clientsmith.catalogue import as_text, catalogue

    entries = catalogue()
    if code not in entries:
        stop_at(console, [_no_code(code, list(entries))])
    console.lines(as_text(code, entries[code]))


def _explain_targets(
    console: Console, targets: list[Target], question: Question
) -> None:
    """Answer for the target that the line is of, or for each that has the pointer."""
    from clientsmith.explaining import explain_pointer

    if question.kind == "line":
        lines = _explained_line(console, targets, question)
        stop_at(console, lines.diagnostics)
        console.lines(lines.value or ())
        return
    subjects = [_subject(console, one) for one in targets]
    outcomes = [explain_pointer(one, question.text) for one in subjects]
    answers = [each.value for each in outcomes if each.value is not None]
    if not answers:
        stop_at(console, outcomes[0].diagnostics)
    for each in answers:
        console.lines(each)


def _explained_line(
    console: Console, targets: list[Target], question: Question
) -> Outcome[list[str]]:
    from clientsmith.explaining import explain_line

    path = Path(question.text).absolute()
    for one in targets:
        out = one.out.absolute()
        if path.is_relative_to(out) and path.is_file():
            own = path.relative_to(out).as_posix()
            return explain_line(_subject(console, one), own, question)
    return Outcome(None, (_no_line(question.text),))


def _subject(console: Console, target: Target) -> Subject:
    """Compile a target as far as its names; what is wrong with it ends the program."""
    from clientsmith.explaining import Subject
    from clientsmith.plan import trace
    from clientsmith.stage_options import options_of
    from clientsmith.targets import prepare

    lock = read_lock(target.lock)
    run = prepare(target, read_sources(target), lock, frozen=True, only_decide=True)
    done = run.compiled
    document, description, lowered = done.document, done.description, done.lowered
    known = lock.value
    if not (document and description and lowered and known) or done.failed:
        console.report(run.diagnostics, run.places)
        raise typer.Exit(run.exit)
    options = options_of(target, known)
    return Subject(
        target=target.name,
        out=target.out.absolute(),
        document=document,
        description=description,
        api=lowered.api,
        report=done.report,
        pinned=options.pinned,
        traces=trace(lowered.api, options),
    )


def _no_code(code: str, known: list[str]) -> Diagnostic:
    near = get_close_matches(code, known, n=3)
    shown = " or ".join(f"`{each}`" for each in near)
    return error(
        "code-unknown",
        f"there is no diagnostic `{code}`",
        hint=f"did you mean {shown}?" if near else "`--all` prints all that there are",
        exit=Exit.USAGE,
    )


def _no_line(file: str) -> Diagnostic:
    return error(
        "line-unknown",
        f"`{file}` is in the output of no target",
        hint="name a file that is there, in the `out` of a target",
        exit=Exit.USAGE,
    )
