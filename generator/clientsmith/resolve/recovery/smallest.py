"""Find the smallest part of a description that can go when something in it is wrong."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from clientsmith.load import JSON
from clientsmith.pointer import Pointer
from clientsmith.resolve.objects import kind_at
from clientsmith.resolve.values import lookup, members

from .edits import REMOVED
from .stand_ins import (
    EMPTY,
    ERROR_RESPONSE,
    SAID,
    STAND_INS,
    StandIn,
    left_out,
)

_SPOKEN_OF = frozenset({"patternProperties", "prefixItems", "properties"})
"""Keywords whose absence makes others say more: without them the schema goes whole.

Any other keyword only narrows what its schema accepts, and can go by itself.
"""


def instead_of_reference(place: Pointer, kind: str) -> StandIn | None:
    """Return what takes the place of an object of some kind that is a `$ref`.

    What stands beside the `$ref` of a schema or a path item stays.
    """
    if kind in {"schema", "path item"}:
        return replace(STAND_INS[kind], value=REMOVED, key="$ref")
    if kind in STAND_INS:
        return _stand_in(place, kind)
    return None if kind else replace(left_out("$ref"), key="$ref")


def missing_text(value: JSON, at: Pointer, kind: str) -> Pointer:
    """Return the place of a text that is missing in an object, else the object's."""
    found = members(lookup(value, at))
    missing = [field for field in SAID.get(kind, ()) if field not in found]
    return at / missing[0] if missing else at


def instead_of_value(
    value: JSON,
    at: Pointer,
    gone: Container[Pointer],
    starts: Mapping[Pointer, str],
) -> tuple[Pointer, StandIn] | None:
    """Return the smallest place around a wrong value that can go, if there is one.

    What is `gone` already has not helped.
    """
    while at.steps:
        found = None if at in gone else _instead(value, at, starts)
        if found:
            return at, found
        at = at.parent
    return None


def _instead(
    value: JSON,
    at: Pointer,
    starts: Mapping[Pointer, str],
) -> StandIn | None:
    kind = kind_at(at, starts)
    parent = kind_at(at.parent, starts)
    if kind in STAND_INS:
        return _stand_in(at, kind)
    if at.last in SAID.get(parent, ()):
        return EMPTY
    if parent == "schema" and at.last in _SPOKEN_OF:
        return None
    holds = lookup(value, at.parent)
    removable = parent.startswith("[") and kind != "security requirement"
    if isinstance(holds, dict) or removable:
        return left_out(at.last)
    return None


def _stand_in(at: Pointer, kind: str) -> StandIn:
    is_error = at.parent.last == "responses" and at.last[:1] in {"4", "5"}
    return ERROR_RESPONSE if kind == "response" and is_error else STAND_INS[kind]
