"""The table of contents: from a document to a package in seven calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from .deep import deeply
from .diagnostics import Diagnostic, Note, Outcome, Severity, error
from .format import format_files
from .ir import Api
from .load import Document, Library, Shaping, Source, load
from .lower import Lowered, Settings, lower
from .models import make_models
from .origins import edit_named, trace_package, trace_report
from .plan import Options, Package, Settle, plan
from .pointer import Pointer
from .policy import Policy
from .render import render
from .report import Report, make_report
from .resolve import Description, Moves, resolve
from .styles import Formatter, ModelStyle
from .write import File

P = ParamSpec("P")
T = TypeVar("T")


class Compiled(Struct):
    """What each stage made, as far as it came, and everything they had to say."""

    document: Document | None = None
    description: Description | None = None
    lowered: Lowered | None = None
    package: Package | None = None
    report: Report | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    moves: Moves = Moves()
    """What later stages find elsewhere than where the document has it."""
    policy: Policy = Policy()

    @property
    def failed(self) -> bool:
        """Whether an error keeps the package from being written."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)

    def keep(self, outcome: Outcome[T]) -> T | None:
        """Judge what a stage said, and return what it made unless that fails."""
        traced = self.moves.traced(outcome.diagnostics)
        judged = [self._by_edit(self.policy.judge(each)) for each in traced]
        self.diagnostics += judged
        failed = any(each.severity is Severity.ERROR for each in judged)
        return None if failed else outcome.value

    def _by_edit(self, diagnostic: Diagnostic) -> Diagnostic:
        """Name the action or the patch that made what a diagnostic is about."""
        at, document = diagnostic.at, self.document
        if document is None or not isinstance(at, Pointer):
            return diagnostic
        action = document.edit(at)
        if action is None:
            return diagnostic
        note = Note(f"{edit_named(action)} made it", action)
        return replace(diagnostic, notes=(*diagnostic.notes, note))


def compile_description(
    source: Source,
    overlays: Sequence[Source],
    options: Options,
    library: Library | None = None,
    policy: Policy = Policy(),
    settings: Settings = Settings(),
    shaping: Shaping = Shaping(),
    parts: Sequence[Source] = (),
    settle: Settle | None = None,
) -> Compiled:
    """Run the stages that decide, up to the plan; the first error ends them.

    The version may follow from what the plan decides.
    """
    done = Compiled(policy=policy)
    done.document = done.keep(load(source, overlays, library, shaping, parts))
    if done.document:
        done.description = done.keep(_followed(resolve, done.document))
    if done.description:
        done.moves = done.description.moves
        done.lowered = done.keep(_followed(lower, done.description, settings))
    if done.lowered and done.description:
        api = done.lowered.api
        done.package = done.keep(_followed(plan, api, options, settle))
    if done.package and done.lowered and done.description:
        report = make_report(done.description, done.lowered, done.package)
        done.report = trace_report(report, done.description)
        done.package = trace_package(done.package, done.description)
    return done


def _followed(
    stage: Callable[P, Outcome[T]],
    *arguments: P.args,
    **others: P.kwargs,
) -> Outcome[T]:
    """Run a stage that goes where schemas lead, however deep that is."""
    try:
        return deeply(lambda: stage(*arguments, **others))
    except RecursionError:
        problem = error(
            "description-deep",
            "schemas lead to each other more deeply than can be followed",
            hint="there may be a chain of thousands of schemas",
        )
        return Outcome(None, (problem,))


def produce(package: Package, formatter: Formatter) -> Outcome[list[File]]:
    """Render and format a planned package."""
    return _formatted(render(package), formatter)


def produce_models(
    api: Api, package: Package, style: ModelStyle, formatter: Formatter
) -> Outcome[list[File]]:
    """Make and format the models of a package, without its client."""
    outcome = make_models(api, package, style)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    formatted = _formatted(outcome.value, formatter)
    return Outcome(formatted.value, (*outcome.diagnostics, *formatted.diagnostics))


def _formatted(files: list[File], formatter: Formatter) -> Outcome[list[File]]:
    made = {file.path: file.text for file in files if not file.verbatim}
    formatted = format_files(made, formatter)
    if formatted.value is None:
        return Outcome(None, formatted.diagnostics)
    texts = formatted.value
    return Outcome(
        [replace(file, text=texts.get(file.path, file.text)) for file in files],
        formatted.diagnostics,
    )
