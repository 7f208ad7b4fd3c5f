"""What a release of before says less than one of today: nothing follows from that."""

from __future__ import annotations

from msgspec.structs import replace

from clientsmith.compare import Change, compare
from clientsmith.surface import (
    Alias,
    Definition,
    Enumeration,
    Method,
    Parameter,
    Record,
    Surface,
)

from .release import Release


def changes_since(old: Release, surface: Surface) -> tuple[Change, ...]:
    """Compare what callers have with what they see now, as far as it was kept."""
    if old.has_limits:
        return compare(old.surface, surface)
    return compare(without_limits(old.surface), without_limits(surface))


def without_limits(surface: Surface) -> Surface:
    """Leave out what the server asserts beyond types, which releases had in part."""
    return replace(
        surface,
        methods=tuple(map(_call, surface.methods)),
        definitions=tuple(map(_definition, surface.definitions)),
        options=_parameters(surface.options),
    )


def _call(method: Method) -> Method:
    overloads = tuple(
        replace(each, parameters=_parameters(each.parameters), limits=())
        for each in method.overloads
    )
    return replace(method, overloads=overloads, headers=_parameters(method.headers))


def _definition(one: Definition) -> Definition:
    match one:
        case Record(fields=fields):
            return replace(one, limits=(), fields=_parameters(fields))
        case Alias():
            return replace(one, limits=())
        case Enumeration():
            return one


def _parameters(listed: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    return tuple(replace(each, limits=()) for each in listed)
