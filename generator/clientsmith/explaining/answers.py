"""Answers: where a generated line is described, and what a description became."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.excerpts import excerpt_of
from clientsmith.explain import explain_at
from clientsmith.ir import Api
from clientsmith.load import Document
from clientsmith.nearby import nearby
from clientsmith.plan import Trace, is_called
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.report import Report
from clientsmith.resolve import Description, members
from clientsmith.resolve.given import EXTENSION as NAME

from .definitions import definition_at, definitions_of
from .question import Question
from .steps import naming_of, steps_of


class Subject(Struct, frozen=True):
    """A target that was compiled, and what its definitions are made from."""

    target: str
    out: Path
    document: Document
    description: Description
    api: Api
    report: Report | None
    pinned: Mapping[str, str]
    configured: Mapping[Pointer, Pointer]
    """What the configuration names, and where it does."""
    traces: list[Trace]
    files: Collection[str]
    """The paths of all that is, or was, generated."""

    def written(self, at: Pointer) -> Pointer:
        """Return where a part of the description is written."""
        return self.description.moves.origin(at)


def explain_line(subject: Subject, path: str, question: Question) -> Outcome[list[str]]:
    """Say what a line of a file of the output is made from, or all of the file."""
    line, asked = question.line, question.text
    if path not in subject.files:
        return Outcome(None, (_foreign(question.text),))
    text = (subject.out / path).read_text("utf-8", errors="replace")
    if question.kind == "line":
        asked += f":{line}"
        if not 1 <= line <= len(text.split("\n")):
            return Outcome(None, (_no_line(question.text, line),))
    own = [each for each in subject.traces if each.path == path]
    if "/_runtime/" in path:
        said = "it is a part of the runtime, which no description changes"
        return Outcome([asked, f"  {said}"])
    if question.kind == "file":
        return Outcome([asked, *_whole(subject, own)])
    found = definition_at(text, line) if path.endswith(".py") else None
    traces = _called(own, found.name) if found else []
    if traces:
        return Outcome([asked, *_origins(subject, traces)])
    return Outcome([asked, *_whole(subject, own)])


def explain_pointer(subject: Subject, reference: str) -> list[str] | None:
    """Say what a part of the description became, and where that is; None if nowhere."""
    wanted = parse_reference(reference)
    at = subject.description.moves.destination(wanted)
    try:
        subject.description.lookup(at)
    except LookupError:
        return None
    found = [each for each in subject.traces if each.at == at]
    lines = [str(wanted), *_place(subject, at), *_account(subject, at, found)]
    lines += [f"  became: `{each.used}` ({_where(subject, each)})" for each in found]
    if not found:
        lines += _around(subject, at)
    lines += explain_at(subject.api, subject.written(at), subject.description.moves)
    return [*lines, *_story(subject, at, found)]


def _called(own: Iterable[Trace], name: str) -> list[Trace]:
    """Find what is made from the definition itself, or else from what it is in."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        wanted = ".".join(parts[:length])
        found = [each for each in own if each.name == wanted]
        if found:
            return found
    return []


def _origins(subject: Subject, traces: list[Trace]) -> Iterator[str]:
    yield f"  is: `{traces[0].used}`"
    for at in dict.fromkeys(each.at for each in traces):
        yield from _place(subject, at)
        yield from _story(subject, at, traces)


def _whole(subject: Subject, own: list[Trace]) -> Iterator[str]:
    """Name what a file is made from, for a line that belongs to all of it."""
    places = dict.fromkeys(each.at for each in own if each.kind in {"class", "method"})
    if not places:
        yield "  from: the description as a whole"
    for at in places:
        yield from _place(subject, at, brief=True)


def _place(subject: Subject, at: Pointer, *, brief: bool = False) -> Iterator[str]:
    written = subject.written(at)
    position = subject.document.locate(written)
    yield f"  from: {position} ({written})" if position else f"  from: {written}"
    if position and not brief:
        text = subject.document.text_of(position.file) or ""
        lines = text.split("\n")
        yield from excerpt_of(position, lines[position.line - 1])


def _story(subject: Subject, at: Pointer, traces: list[Trace]) -> Iterator[str]:
    """Say what happened on the way, and how what came of it is renamed."""
    for step in steps_of(subject.document, subject.description, at):
        yield f"  step: {step}"
    named = [each for each in traces if each.at == at and each.kind != "key"]
    if named:
        yield f"  name: {_naming(subject, at, named[0])}"
        yield from _renaming(subject, at, named[0])


def _renaming(subject: Subject, at: Pointer, trace: Trace) -> Iterator[str]:
    """Give the line that names it otherwise, or where there is one."""
    if at in subject.configured:
        yield "  rename: change that line of the configuration"
        return
    yield f"  rename: [targets.{subject.target}.names]"
    yield f'          "{subject.written(at)}" = "{trace.name_of_its_own}"'
    yield "          (or `x-clientsmith-name` beside it, in an overlay)"


def _naming(subject: Subject, at: Pointer, trace: Trace) -> str:
    return _given(subject, at, trace) or _made(subject, at, trace)


def _given(subject: Subject, at: Pointer, trace: Trace) -> str | None:
    """Say who gives a name, or asks for another one in vain."""
    name = subject.api.given.get(at)
    if name is None:
        return None
    said = subject.configured.get(at)
    place = subject.document.locate(said or subject.written(at) / NAME)
    who = "the configuration" if said else f"`{NAME}`"
    if is_called(trace, name):
        return f"{who} gives it ({place})"
    called = (each for each in subject.traces if each.at == at)
    if any(is_called(each, name) for each in called):  # the class of a property
        return None
    return f"{who} asks for `{name}` ({place}), which something else is called"


def _made(subject: Subject, at: Pointer, trace: Trace) -> str:
    if trace.kind in {"class", "method"} and str(at) in subject.pinned:
        return "it was published so, and clientsmith.lock keeps it"
    match trace.kind:
        case "class":
            value = members(subject.description.lookup(at))
            return naming_of(at, value.get("title"))
        case "method":
            return "it is made from tags, `operationId`, method and path"
        case "attribute" | "argument" | "key":
            return "it is the key of the description, as Python spells it"


def _account(subject: Subject, at: Pointer, found: list[Trace]) -> Iterator[str]:
    """Give what the report says of a part."""
    report = subject.report
    if report is None or found:
        return
    wanted = str(subject.written(at))
    statuses = [(each.pointer, each.status) for each in report.operations]
    others = (*report.parameters, *report.media_types, *report.schemas)
    statuses += [(each.pointer, each.status) for each in others]
    for pointer, status in statuses:
        if pointer == wanted:
            yield f"  status: {status}"


def _around(subject: Subject, at: Pointer) -> Iterator[str]:
    """Name the nearest part around that became something, and those inside."""
    inside = [each for each in subject.traces if each.at.below(at)]
    shown = list({each.used: each for each in inside}.values())[:_SHOWN]
    for each in shown:
        yield f"  inside: `{each.used}` ({_where(subject, each)})"
    parent = at
    while not inside and parent.steps:
        parent = parent.parent
        around = [each for each in subject.traces if each.at == parent]
        if around:
            yield f"  part of: `{around[0].used}` ({_where(subject, around[0])})"
            return
    if not inside:
        yield "  became: nothing that has a name"


_SHOWN = 8


def _where(subject: Subject, trace: Trace) -> str:
    """Return file and line of a definition, as the output has it now."""
    path = subject.out / trace.path
    shown = nearby(path)
    if not path.exists():
        return f"{shown}, which is not generated yet"
    text = path.read_text("utf-8", errors="replace")
    lines = [each.first for each in definitions_of(text) if each.name == trace.name]
    return f"{shown}:{lines[0]}" if lines else shown


def _no_line(path: str, line: int) -> Diagnostic:
    message = f"{path} has no line {line}"
    return error("line-unknown", message, hint="count from 1", exit=Exit.USAGE)


def _foreign(path: str) -> Diagnostic:
    return error(
        "line-unknown",
        f"`{path}` was not generated: it is yours",
        hint="name a file that clientsmith writes",
        exit=Exit.USAGE,
    )


def unknown(subjects: Iterable[Subject], reference: str) -> Diagnostic:
    """Say that a pointer leads nowhere, and to what it is near in any target."""
    known = sorted(
        {str(one.written(each.at)) for one in subjects for each in one.traces}
    )
    near = get_close_matches(reference, known, n=1, cutoff=0.5)
    return error(
        "pointer-unknown",
        f"{reference} leads to nothing in the description",
        hint=f"the nearest is {near[0]}" if near else "a pointer begins with `#/`",
        exit=Exit.USAGE,
    )
