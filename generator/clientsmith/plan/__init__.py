"""From the API to a plan: every decision about the Python that will be written."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Outcome, hint
from clientsmith.ir import Api, Type
from clientsmith.pointer import Pointer
from clientsmith.styles import EnumStyle, Extra

from .attributes import Attributes, document_style, plan_attributes
from .call_tests import plan_call_tests, plan_name_tests
from .callbacks import (
    PlannedCallback,
    calling_back,
    key_of,
    plan_callbacks,
    received_by,
)
from .casing import name_problem
from .client import plan_client
from .credentials import Secured, published_credentials, secure
from .documents import plan_project, plan_readme
from .download_tests import plan_download_tests
from .enum_classes import enum_classes
from .enum_members import Members, plan_members
from .fakes import plan_testing
from .given import Given, sort_given
from .header_classes import HeaderClasses, plan_headers
from .indexes import plan_folder_index, plan_package_index, plan_resources_index
from .keys import kind_of
from .layout import Layout, Place, lay_out
from .middleware import plan_middleware
from .models import plan_models
from .operations import Planned, call_of, note_credentials, plan_operations
from .package import Call, Package, Page
from .pages import report_pages
from .params import plan_params
from .pins import pin_operations
from .properties import Style
from .published import published
from .reference import plan_reference
from .refused import is_called, refused, unconfigured
from .resources import plan_resources
from .statuses import base_error, plan_errors
from .traces import Trace, traces_of
from .webhook_tests import plan_webhook_tests
from .webhooks import plan_webhooks

__all__ = [
    "Decided",
    "Layout",
    "Options",
    "Package",
    "Place",
    "Trace",
    "decide",
    "is_called",
    "kind_of",
    "name_declarations",
    "name_problem",
    "plan",
    "trace",
]


class Options(Struct, frozen=True):
    """What a target decides about its package."""

    package: str
    version: str = "0.1.0"
    pinned: Mapping[str, str] = field(default_factory=dict[str, str])
    """The names that were published, by their keys in the lock."""
    enums: EnumStyle = "literal"
    testing: bool = True
    """Whether it has a fake of the API."""
    extras: tuple[Extra, ...] = ()
    """What it has for those who install something beside it."""


class Decided(Struct, frozen=True):
    """What is decided of a package before its pages are planned."""

    api: Api
    """With operations where they were published."""
    options: Options
    given: Given
    style: Style
    layout: Layout
    attributes: Attributes
    members: Members
    planned: list[Planned]
    callbacks: list[PlannedCallback]
    secured: list[Secured]
    headers: HeaderClasses
    base: str
    """The name of the error that all others are."""


def plan(api: Api, options: Options) -> Outcome[Package]:
    """Decide names, modules, annotations and signatures: all but the layout of text."""
    asked, decided = api, decide(api, options)
    api, layout, planned = decided.api, decided.layout, decided.planned
    inside = [
        replace(page, path=f"{options.package}/{page.path}")
        for page in _pages_inside(decided)
    ]
    package = Package(
        name=options.package,
        pages=(*inside, *_pages_beside(decided)),
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
        *report_pages(api, options.pinned),
    )
    return Outcome(package, problems)


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


def decide(api: Api, options: Options) -> Decided:
    """Decide all that callers see: names, calls and classes, and no page of it."""
    api = pin_operations(api, options.pinned)
    given = sort_given(api)
    api = replace(api, given=given.members)
    style = document_style(api, options.pinned)
    planned = plan_operations(api, style, options.pinned)
    enums = enum_classes(api, options.enums)
    layout = _layout(api, planned, given.classes, options.pinned, enums)
    callbacks = plan_callbacks(api, planned, options.pinned)
    secured = secure(api, options.package, options.pinned)
    planned = note_credentials(api, calling_back(planned, callbacks), secured)
    return Decided(
        api=api,
        options=options,
        given=given,
        style=style,
        layout=layout,
        attributes=plan_attributes(api, layout, style, options.pinned),
        members=plan_members(api, layout, options.pinned),
        planned=planned,
        callbacks=callbacks,
        secured=secured,
        headers=plan_headers(api, layout, planned),
        base=base_error(api.title, options.package),
    )


def _pages_inside(decided: Decided) -> list[Page]:
    """Plan the modules of the package."""
    api, options = decided.api, decided.options
    layout, planned = decided.layout, decided.planned
    return [
        plan_client(api, options.package, options.version, decided.secured),
        plan_errors(api, layout, decided.base),
        *plan_models(api, layout, decided.attributes, decided.members),
        *plan_params(api, layout, planned),
        *plan_resources(api, layout, planned, decided.headers),
        *decided.headers.pages,
        plan_resources_index(api),
        *plan_webhooks(api, layout, options.package, decided.callbacks),
        *(
            plan_testing(api, layout, planned, decided.secured)
            if options.testing
            else ()
        ),
        plan_middleware(options.extras),
        *_indexes(decided),
    ]


def _pages_beside(decided: Decided) -> list[Page]:
    """Plan what stands beside the package: documents and tests."""
    api, package, layout = decided.api, decided.options.package, decided.layout
    planned, callbacks = decided.planned, decided.callbacks
    secured, base = decided.secured, decided.base
    return [
        plan_project(api, package, decided.options.version, decided.options.extras),
        plan_readme(
            api,
            package,
            layout,
            planned,
            secured,
            callbacks,
            base,
            testing=decided.options.testing,
            extras=decided.options.extras,
        ),
        *plan_reference(
            api, package, layout, planned, callbacks, base, decided.attributes
        ),
        *_tests_of_calls(decided),
        *plan_webhook_tests(api, package, layout, callbacks),
        plan_name_tests(package),
    ]


def _tests_of_calls(decided: Decided) -> list[Page]:
    """Plan the tests that ask a fake."""
    if not decided.options.testing:
        return []
    api, package, planned = decided.api, decided.options.package, decided.planned
    return [
        plan_call_tests(api, package, decided.layout, planned),
        *plan_download_tests(api, package, planned),
    ]


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


def name_declarations(api: Api, pinned: Mapping[str, str]) -> Layout:
    """Decide the names and modules of all declarations, as `plan` does."""
    style = document_style(api, pinned)
    given = sort_given(api)
    planned = plan_operations(replace(api, given=given.members), style, pinned)
    return _layout(api, planned, given.classes, pinned)


def _layout(
    api: Api,
    planned: list[Planned],
    given: Mapping[Pointer, str],
    pinned: Mapping[str, str],
    enums: frozenset[Pointer] = frozenset(),
) -> Layout:
    return lay_out(api, _inputs(api, planned), _homes(planned), given, pinned, enums)


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


def _inputs(api: Api, planned: list[Planned]) -> list[Type]:
    """List the types of all that is sent: what typed dictionaries are needed for."""
    arguments = [
        one.type
        for each in planned
        for variant in each.arguments.variants
        for one in (*each.arguments.positional, *variant.keywords)
    ]
    return arguments + [type_ for one in api.incoming for type_ in one.answers]


def _homes(planned: list[Planned]) -> dict[Pointer, str]:
    """Say which inline schemas live in the module of an operation's arguments."""
    return {
        body.content.at / "schema": one.params_module
        for one in planned
        for body in one.arguments.bodies
    }


def _files(planned: list[Planned]) -> list[Place]:
    """List the aliases of what may be sent as bytes, where something may."""
    arguments = [one for each in planned for one in each.arguments.any]
    bodies = [body for one in arguments for body in one.whole]
    found: list[Place] = []
    if any(body.kind == "bytes" for body in bodies):
        found.append(Place("._runtime.binary", "Content"))
    if any(one.file for one in arguments):
        found.append(Place("._runtime.sources", "FileInput"))
    return found


def _indexes(decided: Decided) -> list[Page]:
    layout, planned = decided.layout, decided.planned
    accepted = list(layout.params.values())
    accepted += [
        Place(one.params_module, name)
        for one in planned
        if one.params
        for name in one.params_classes
    ]
    accepted += _files(planned)
    received = list(layout.models.values())
    if "Unknown" not in {place.name for place in received}:
        received.append(Place("._runtime.models", "Unknown"))
    return [
        plan_package_index(
            decided.api,
            planned,
            base_error=decided.base,
            version=decided.options.version,
            folders={
                "headers": bool(decided.headers.pages),
                "testing": decided.options.testing,
                "webhooks": bool(decided.api.incoming),
            },
        ),
        plan_folder_index(
            "models",
            "The objects that the API sends.",
            received,
        ),
        plan_folder_index(
            "params",
            "The shapes that requests accept, as typed dictionaries.",
            accepted,
        ),
    ]
