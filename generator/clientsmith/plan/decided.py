"""Everything that is decided of a package before a page of it is planned."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.ir import Api, Type
from clientsmith.pointer import Pointer
from clientsmith.styles import EnumStyle, Extra

from .attributes import Attributes, document_style, plan_attributes
from .callbacks import PlannedCallback, calling_back, plan_callbacks
from .credentials import Secured, secure
from .enum_classes import enum_classes
from .enum_members import Members, plan_members
from .followed import follow
from .given import Given, sort_given
from .header_classes import HeaderClasses, plan_headers
from .layout import Layout, lay_out
from .operations import Planned, note_credentials, plan_operations
from .pins import pin_operations
from .properties import Style
from .statuses import base_error


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


def decide(api: Api, options: Options) -> Decided:
    """Decide all that callers see: names, calls and classes, and no page of it."""
    options = replace(options, pinned=follow(api, options.pinned))
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
