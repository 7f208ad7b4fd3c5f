"""`clientsmith explain`."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from clientsmith.config import Target
from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.inputs import read_sources, with_files
from clientsmith.load.folder import absolute
from clientsmith.lock import read_lock

from .groups import Described
from .options import Out, Overlays, PackageName, TargetNames
from .selecting import stop_at, targets_of

if TYPE_CHECKING:
    from clientsmith.explaining import Question, Subject
    from clientsmith.load import Document
    from clientsmith.plan import Trace
    from clientsmith.targets import Run

What = Annotated[
    str | None,
    typer.Argument(
        metavar="WHAT",
        help="The code of a diagnostic, a generated file (`FILE`) or a line of it "
        "(`FILE:LINE`), or a part of the description (`#/components/schemas/Pet`).",
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
    context: typer.Context,
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
    if every:
        _explain_all(console)
        return
    if what is None:
        console.lines([context.get_help(), *_codes()])
        return
    question = read_question(what)
    if question.kind == "code":
        _explain_code(console, question.text)
        return
    described = Described(spec=spec, out=out, package=package, overlay=overlay)
    if spec is not None and question.kind == "pointer":
        # What a description becomes has a name before it has a place.
        described = replace(described, out=out or Path(), package=package or "client")
    targets = targets_of(console, described, target)
    if question.kind == "pointer":
        _explain_pointer(console, targets, question.text)
        return
    explained = _explained_file(console, targets, question)
    stop_at(console, explained.diagnostics)
    console.lines(explained.value or ())


def _explain_all(console: Console) -> None:
    from clientsmith.catalogue import page

    console.lines(page().rstrip("\n").split("\n"))


def _codes() -> Iterator[str]:
    """List the codes, those that begin alike on one line."""
    from textwrap import indent, wrap

    from clientsmith.catalogue import catalogue

    yield "\nCodes:"
    for _, codes in groupby(sorted(catalogue()), key=lambda code: code.split("-")[0]):
        lines = wrap(" ".join(codes), 82, break_on_hyphens=False)
        yield from indent("\n    ".join(lines), "  ").split("\n")


def _explain_code(console: Console, code: str) -> None:
    from clientsmith.catalogue import as_text, catalogue

    entries = catalogue()
    if code not in entries:
        stop_at(console, [_no_code(code, list(entries))])
    console.lines(as_text(code, entries[code]))


def _explain_pointer(console: Console, targets: list[Target], reference: str) -> None:
    """Answer for each target that has the pointer, or that would have it."""
    from clientsmith.explaining import explain_pointer, unknown

    subjects = [_subject(console, one) for one in targets]
    answers = [explain_pointer(one, reference) for one in subjects]
    if not any(answers):
        pairs = zip(targets, subjects, strict=True)
        answers = [_left_out(target, one, reference) for target, one in pairs]
    if not any(answers):
        stop_at(console, [unknown(subjects, reference)])
    for each in answers:
        console.lines(each or ())


def _left_out(target: Target, subject: Subject, reference: str) -> list[str] | None:
    """Look for a pointer in the description before some of what is made of it."""
    from clientsmith.explaining import Stages, left_out
    from clientsmith.stage_options import shaping_of

    whole = replace(target, include=None, exclude=None, prune=False)
    published = replace(whole, overlays=(), patches=())
    stages = Stages(
        shaped=subject.document,
        whole=_document(whole),
        published=_document(published),
        shaping=shaping_of(target),
    )
    return left_out(stages, reference)


def _document(target: Target) -> Document | None:
    from clientsmith.targets import prepare

    target = with_files(target)
    sources = read_sources(target)
    return prepare(target, sources, frozen=True, only_decide=True).compiled.document


def _explained_file(
    console: Console, targets: list[Target], question: Question
) -> Outcome[list[str]]:
    from clientsmith.explaining import explain_line

    path = absolute(Path(question.text))
    for one in targets:
        out = absolute(one.out)
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
    from clientsmith.write import read_manifest

    target = with_files(target)
    lock = read_lock(target.lock)
    sources, is_client = read_sources(target), target.models is None
    run = prepare(target, sources, lock, frozen=True, only_decide=is_client)
    done = run.compiled
    document, description, lowered = done.document, done.description, done.lowered
    known = lock.value
    if not (document and description and lowered and known) or done.failed:
        console.report(run.diagnostics, run.places)
        raise typer.Exit(run.exit)
    options = options_of(target, known)
    files = _files(run)
    last = read_manifest(target.out, target.package).value
    traces = (_written(each, target) for each in trace(lowered.api, options))
    return Subject(
        target=target.name,
        out=target.out.absolute(),
        document=document,
        description=description,
        api=lowered.api,
        report=done.report,
        pinned=options.pinned,
        configured=lowered.api.configured,
        traces=[each for each in traces if each.path in files],
        files=files.union(last.files if last else ()),
    )


def _written(trace: Trace, target: Target) -> Trace:
    """Name the file that a definition is in: models of other styles have only one."""
    models = f"{target.package}/models/"
    if target.models in {None, "pydantic"} or not trace.path.startswith(models):
        return trace
    return replace(trace, path=f"{target.package}/models.py")


def _files(run: Run) -> frozenset[str]:
    """Name what is generated; of a client its pages are, whatever is in them."""
    package = run.compiled.package
    pages = [page.path for page in package.pages] if package else []
    return frozenset([file.path for file in run.files] or pages)


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
