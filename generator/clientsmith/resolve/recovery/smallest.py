"""Find the smallest part of a description that can go when something in it is wrong."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from clientsmith.load import JSON, Kind, Referral, Shape
from clientsmith.pointer import Pointer
from clientsmith.resolve.edits import REMOVED
from clientsmith.resolve.places import Entries, kind_of_place
from clientsmith.resolve.values import lookup, members

from .stand_ins import (
    EMPTY,
    ERROR_RESPONSE,
    NONE,
    SAID,
    STAND_INS,
    StandIn,
    left_out,
)

Values: TypeAlias = Mapping[str, JSON]
Instead: TypeAlias = tuple[Pointer, StandIn]

_SPOKEN_OF = frozenset({"patternProperties", "prefixItems", "properties"})
"""Keywords whose absence makes others say more: without them the schema goes whole.

Any other keyword only narrows what its schema accepts, and can go by itself.
"""


def instead_of_reference(referral: Referral) -> Instead | None:
    """Return what takes the place of an object of some kind that is a `$ref`.

    What stands beside the `$ref` of a schema, a path item or a map stays.
    """
    place, kind = referral.place, referral.kind
    match kind.shape, kind.name:
        case Shape.ONE, "mapping":
            return referral.at, left_out(referral.at.last)
        case Shape.ONE, "text":
            return place, EMPTY
        case Shape.ONE, ("schema" | "pathItem") as name:
            return place, replace(STAND_INS[name], value=REMOVED, key="$ref")
        case Shape.MAP, _:
            return place, replace(left_out("$ref"), key="$ref")
        case Shape.LIST, _:
            return place, NONE
        case _:
            found = _stand_in(place, kind.name)
            return None if found is None else (place, found)


def missing_text(values: Values, at: Pointer, kind: Kind | None) -> Pointer:
    """Return the place of a text that is missing in an object, else the object's."""
    found = members(lookup(values[at.file], at))
    said = SAID.get(kind.name, ()) if kind else ()
    missing = [field for field in said if field not in found]
    return at / missing[0] if missing else at


def instead_of_value(
    values: Values,
    at: Pointer,
    gone: Container[Pointer],
    entries: Entries,
) -> Instead | None:
    """Return the smallest place around a wrong value that can go, if there is one.

    What is `gone` already has not helped.
    """
    while True:
        found = None if at in gone else _instead(values, at, entries)
        if found:
            return at, found
        if not at.steps:
            return None
        at = at.parent


def _instead(values: Values, at: Pointer, entries: Entries) -> StandIn | None:
    kind = kind_of_place(at, entries)
    if kind and kind.shape is Shape.ONE and (found := _stand_in(at, kind.name)):
        return found
    if not at.steps:
        return None
    parent = kind_of_place(at.parent, entries)
    if parent and at.last in SAID.get(parent.name, ()):
        return EMPTY
    if parent == Kind("schema") and at.last in _SPOKEN_OF:
        return None
    holds = lookup(values[at.file], at.parent)
    removable = parent is not None and parent.shape is Shape.LIST
    if isinstance(holds, dict) or (removable and parent != _REQUIREMENTS):
        return left_out(at.last)
    return None


_REQUIREMENTS = Kind("securityRequirement", Shape.LIST)


def _stand_in(at: Pointer, kind: str) -> StandIn | None:
    is_error = at.parent.last == "responses" and at.last[:1] in {"4", "5"}
    if kind == "response" and is_error:
        return ERROR_RESPONSE
    return STAND_INS.get(kind)
