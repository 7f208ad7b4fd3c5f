"""Which way a limit has moved: what the server asserts of a value beyond its type.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

Moved: TypeAlias = Literal["tighter", "looser"]
Limits: TypeAlias = tuple[tuple[str, str], ...]


def moves(before: Limits, after: Limits) -> frozenset[Moved]:
    """Say which ways the limits of a value have moved; both ways is possible."""
    old, new = dict(before), dict(after)
    return frozenset(
        way for found in (_edges(old, new), _others(old, new)) for way in found
    )


def _edges(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Moved]:
    """Compare where numbers begin and end, whatever keyword says it."""
    for edge in (_lower, _upper):
        was, now = edge(old), edge(new)
        if was != now:
            yield "tighter" if _is_above(now, was) else "looser"


_Number: TypeAlias = Fraction | float
_Edge: TypeAlias = tuple[_Number, bool] | None
"""A number, greater if it is tighter, and whether it is left out itself."""


def _lower(limits: Mapping[str, str]) -> _Edge:
    return _tightest(limits, "minimum", 1)


def _upper(limits: Mapping[str, str]) -> _Edge:
    return _tightest(limits, "maximum", -1)


def _tightest(limits: Mapping[str, str], name: str, sign: int) -> _Edge:
    names = ((name, False), (f"exclusive_{name}", True))
    found = [(sign * _number(limits[key]), out) for key, out in names if key in limits]
    return max(found, default=None)


def _is_above(one: _Edge, other: _Edge) -> bool:
    return other is None or (one is not None and one > other)


_EDGES = frozenset({"minimum", "maximum", "exclusive_minimum", "exclusive_maximum"})


def _others(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Moved]:
    for name in {*old, *new} - _EDGES:
        yield from _moved(name, old.get(name), new.get(name))


def _moved(name: str, old: str | None, new: str | None) -> Iterator[Moved]:
    """Say which of two values of a keyword lets more pass; unlike ones do both."""
    is_tighter = _TIGHTER.get(name, _never)
    if old == new or (old and new and _are_both(is_tighter, old, new)):
        return
    if new is None or (old is not None and is_tighter(old, new)):
        yield "looser"
    elif old is None or is_tighter(new, old):
        yield "tighter"
    else:
        yield from ("tighter", "looser")


def _are_both(is_tighter: Callable[[str, str], bool], one: str, other: str) -> bool:
    return is_tighter(one, other) and is_tighter(other, one)


def _never(_one: str, _other: str) -> bool:
    return False


def _number(text: str) -> _Number:
    """Read a number exactly; only what is infinite is no fraction."""
    try:
        return Fraction(text)
    except ValueError:
        return float(text)


def _is_more(one: str, other: str) -> bool:
    return _number(one) > _number(other)


def _is_less(one: str, other: str) -> bool:
    return _number(one) < _number(other)


def _is_multiple(one: str, other: str) -> bool:
    """Tell whether all multiples of one are those of the other, too."""
    return _number(other) != 0 and _number(one) % _number(other) == 0


def _has_all(one: str, other: str) -> bool:
    """Tell whether all patterns of the other are among those of one."""
    return {*json.loads(one)} >= {*json.loads(other)}


_TIGHTER: Mapping[str, Callable[[str, str], bool]] = {
    "min_length": _is_more,
    "max_length": _is_less,
    "min_items": _is_more,
    "max_items": _is_less,
    "min_properties": _is_more,
    "max_properties": _is_less,
    "multiple_of": _is_multiple,
    "patterns": _has_all,
}
"""Whether the first of two values, which are not the same, is as tight or tighter."""


def written(limits: Limits) -> str:
    """Write limits in one line."""
    return ", ".join(f"{name} {value}" for name, value in limits)
