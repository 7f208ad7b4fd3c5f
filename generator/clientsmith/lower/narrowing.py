"""What a keyword asserts where two schemas hold at once: the narrower of both.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

from openapi_pydantic.v3.v3_1 import Schema

from .kinds import is_never, names_in
from .vocabulary import Role, fields, names

_AT_LEAST = names(Role.LEAST)
_AT_MOST = names(Role.MOST)
_PLACED = fields(Role.PROSE, Role.PLACE) | {"discriminator", "schema_format"}
"""What a schema says of its own place, so that the last word counts."""


def is_limit(keyword: str) -> bool:
    """Tell whether one value of a keyword says what two of them do."""
    return keyword in _AT_LEAST or keyword in _AT_MOST or keyword == "multipleOf"


def narrows(keyword: str, known: Any, added: Any) -> bool:
    """Tell whether `added` says everything that `known` does."""
    if keyword in _PLACED or known == added:
        return True
    match keyword:
        case "type":
            wide = names_in(known)
            return all(kind in wide or _narrows(kind, wide) for kind in names_in(added))
        case "enum" | "uniqueItems":
            return bool(narrowed(keyword, known, added) == added)
        case _ if is_limit(keyword):
            return bool(narrowed(keyword, known, added) == added)
        case _:
            return False


def narrowed(keyword: str, known: Any, added: Any) -> Any:
    """Return what holds where `known` and `added` both do."""
    if known is None or added is None:
        return known if added is None else added
    match keyword:
        case "enum":
            both = [value for value in added if value in known]
            return both or added
        case "type":
            return _types(known, added)
        case _ if is_limit(keyword):
            return _limit(keyword, known, added)
        case "uniqueItems" | "deprecated" | "readOnly" | "writeOnly":
            return known or added
        case "nullable":
            return known and added
        case "additionalProperties" | "items":
            return _both(known, added)
        case "patternProperties":
            return _each(known, added)
        case _:
            return added


def _limit(keyword: str, known: float, added: float) -> float:
    if keyword == "multipleOf":
        return _multiple(known, added)
    return (max if keyword in _AT_LEAST else min)(known, added)


def _each(known: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """Return what two maps of schemas ask for, by name."""
    shared = known.keys() & added.keys()
    return {**known, **added, **{key: _both(known[key], added[key]) for key in shared}}


def _both(known: Any, added: Any) -> Any:
    """Return what two schemas of the same values ask of them together."""
    for one, other in ((known, added), (added, known)):
        if one is True or one == other:
            return other
        if one is False or is_never(one):
            return one
    return Schema.model_construct({"allOf"}, allOf=[known, added])


def _multiple(known: float, added: float) -> float:
    """Return the smallest number that is a multiple of both."""
    one, other = Fraction(repr(known)), Fraction(repr(added))
    if not one or not other:
        return added
    scale = lcm(one.denominator, other.denominator)
    both = Fraction(lcm(int(one * scale), int(other * scale)), scale)
    return int(both) if both.denominator == 1 else float(both)


def _types(known: Any, added: Any) -> Any:
    """Return the JSON types that both allow; an integer is a number."""
    wide, listed = names_in(known), names_in(added)
    both = [kind for kind in listed if kind in wide or _narrows(kind, wide)]
    both += [kind for kind in wide if _narrows(kind, listed) and kind not in both]
    if not both:
        return added
    return both if isinstance(added, list) or len(both) > 1 else both[0]


def _narrows(kind: str, kinds: list[str]) -> bool:
    return kind == "integer" and "number" in kinds
