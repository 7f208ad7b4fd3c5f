"""Whose part an inline schema is: the component's that holds it, whoever combines it.

What several components combine would else be called after the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Type, holder_of, name_of_key
from clientsmith.pointer import Pointer

from .all_of import Merged, merge
from .arrays import owners_of_items
from .components import called
from .context import Context, named
from .objects import owner_of_others
from .owner import Owner
from .unions import owner_of_alternative


class _Place(Struct, frozen=True):
    """Somewhere on the way from a component to a part of it."""

    at: Pointer
    whole: Pointer
    """The schema that is combined with what is here."""
    owner: Owner


def in_its_holder(
    context: Context,
    at: Pointer,
    owner: Owner,
    declare: Callable[[Context, Pointer], Type],
) -> Owner:
    """Return the owner that a schema has in the component that holds it.

    That component comes first, unless it is just being declared.
    """
    holder = holder_of(at)
    if holder is None or holder == holder_of(owner.home):
        return owner
    declare(context, holder)
    return owner_in(context, holder, at) or owner


def owner_in(context: Context, component: Pointer, at: Pointer) -> Owner | None:
    """Return the owner of a part of a component, if it is a part by known keywords."""
    root = Owner(called(context, component), component, root=True)
    place: _Place | None = _Place(component, component, root)
    while place is not None and place.at != at:
        place = _next(context, place, at.steps[len(place.at.steps) :])
    return place.owner if place else None


def _next(context: Context, here: _Place, steps: Sequence[str]) -> _Place | None:
    """Go down by one keyword, and its key or index if it has one."""
    merged = merge(context, context.description.at(here.whole, Schema), here.whole)
    match tuple(steps):
        case ("allOf", index, *_):
            return replace(here, at=here.at / "allOf" / index)
        case ("items", *_):
            return _part(here.at / "items", here.owner.item)
        case ("additionalProperties", *_):
            at = here.at / "additionalProperties"
            return _part(at, owner_of_others(merged.schema, here.owner, at))
        case (keyword, key, *_):
            at = here.at / keyword / key
            owner = _by_key(context, merged, here.owner, at)
            return _part(at, owner) if owner else None
        case _:
            return None


def _part(at: Pointer, owner: Owner) -> _Place:
    return _Place(at, at, owner)


def _by_key(
    context: Context, merged: Merged, owner: Owner, at: Pointer
) -> Owner | None:
    """Return the owner of what a keyword holds under a key or an index."""
    match at.parent.last:
        case "properties":
            return named(merged.schema, owner)[1].child(name_of_key(at.last))
        case "patternProperties":
            return owner_of_others(merged.schema, owner, at)
        case "prefixItems":
            return owners_of_items(merged.schema, owner)[int(at.last)]
        case "anyOf" | "oneOf":
            return owner_of_alternative(context, merged, owner, at)
        case _:
            return None
