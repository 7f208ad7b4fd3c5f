"""From the API to a plan: every decision about the Python that will be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Outcome, hint
from clientsmith.ir import Api

from .binding import bind, bind_versioned
from .callbacks import key_of, received_by
from .casing import name_problem
from .contents import Contents, contents_of
from .credentials import published_credentials
from .decided import Decided, Options, decide, name_declarations
from .keys import kind_of
from .layout import Layout, Place
from .operations import call_of
from .package import Call, Package, Page
from .pages import report_pages
from .published import published
from .refused import is_called, refused, unconfigured
from .traces import Trace, traces_of

__all__ = [
    "Contents",
    "Decided",
    "Layout",
    "Options",
    "Package",
    "Place",
    "Settle",
    "Trace",
    "contents",
    "decide",
    "is_called",
    "kind_of",
    "name_declarations",
    "name_problem",
    "plan",
    "trace",
]

Settle: TypeAlias = Callable[[Decided, Sequence[Page]], str]
"""Settles the version by what is decided, and by pages that say none."""


def plan(api: Api, options: Options, settle: Settle | None = None) -> Outcome[Package]:
    """Decide names, modules, annotations and signatures: all but the layout of text.

    What version it is may follow from that.
    """
    asked, decided = api, decide(api, options)
    pages = _settled(decided, settle) if settle else bind(decided)
    api, layout, planned = decided.api, decided.layout, decided.planned
    package = Package(
        name=options.package,
        pages=tuple(pages),
        calls=tuple(call_of(one) for one in planned),
        received=received_by(api, decided.callbacks),
        models=len(set(layout.models.values())),
        emitted={
            str(at): place.name
            for at, place in {**layout.params, **layout.models}.items()
        },
        names=_names(decided),
    )
    refusals = _refused(asked, decided)
    told = {note.at for each in refusals for note in each.notes}
    problems = (
        *decided.given.problems,
        *refusals,
        *(each for each in layout.problems if each.at not in told),
        *_unused(api, package.calls),
        *report_pages(api, decided.options.pinned),
    )
    return Outcome(package, problems)


def _settled(decided: Decided, settle: Settle) -> list[Page]:
    """Plan all pages, and those that say the version once more when that is known."""
    pages = bind(_of_version(decided, ""))
    version = settle(decided, pages)
    versioned = bind_versioned(_of_version(decided, version))
    said = {page.path: page for page in versioned}
    return [said.get(page.path, page) for page in pages]


def contents(decided: Decided, *, only_models: bool = False) -> Contents:
    """Tell what is planned from all else that could be, whatever its version is."""
    pages = bind(_of_version(decided, ""))
    return contents_of(pages, decided.options.package, only_models=only_models)


def _of_version(decided: Decided, version: str) -> Decided:
    return replace(decided, options=replace(decided.options, version=version))


def trace(api: Api, options: Options) -> list[Trace]:
    """Say of every definition which part of the description it is made from."""
    found = _traces(decide(api, options))
    return [replace(each, path=f"{options.package}/{each.path}") for each in found]


def _traces(decided: Decided) -> list[Trace]:
    return traces_of(decided.api, decided.layout, decided.attributes, decided.planned)


def _refused(api: Api, decided: Decided) -> list[Diagnostic]:
    """Compare with what would be decided if the configuration gave no names."""
    if not api.configured:
        return []
    before = decide(unconfigured(api), decided.options)
    return [*refused(api, _traces(decided), _traces(before))]


def _names(decided: Decided) -> dict[str, str]:
    """List the names that the lock keeps."""
    return published(
        decided.api,
        decided.style,
        decided.planned,
        decided.layout.variants,
        decided.layout.names,
        decided.attributes.names,
        decided.members.names,
        published_credentials(decided.secured),
        {key_of(one.callback): one.name for one in decided.callbacks},
    )


def _unused(api: Api, calls: tuple[Call, ...]) -> list[Diagnostic]:
    """Report the media types of responses that no call asks for."""
    used = {pointer for call in calls for pointer in call.answers}
    unused = {
        content.at: content.content_type
        for operation in api.operations
        for response in operation.responses
        for content in response.content
        if str(content.at) not in used
    }
    return [
        hint(
            "media-type-unused",
            f"no call asks for `{content_type}`",
            at,
            hint="another media type of the same response is read instead",
        )
        for at, content_type in unused.items()
    ]
