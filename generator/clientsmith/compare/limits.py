"""Which way a limit has moved: what the server asserts of a value beyond its type.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Container, Iterator, Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from clientsmith.surface import Limits

from .bearing import Bounded

Moved: TypeAlias = Literal["tighter", "looser"]
Keywords: TypeAlias = Mapping[str, str]
"""The limits of one value, by their keywords."""


class Move(Struct, frozen=True):
    """Some limits that have moved, and which way."""

    way: Moved
    names: frozenset[str]


class Difference(Struct, frozen=True):
    """Which ways the limits of a value have moved, and those that have, as they are."""

    ways: frozenset[Moved]
    before: str
    after: str


def difference(old: Bounded, new: Bounded) -> Difference | None:
    """Say what has become of limits, or nothing if they are as tight as before."""
    found = [*_moves(old, new)]
    names = {name for one in found for name in one.names}
    if not found:
        return None
    ways: frozenset[Moved] = frozenset(one.way for one in found)
    return Difference(ways, *map(written, _apart(old.limits, new.limits, names)))


def moves(before: Limits, after: Limits) -> frozenset[Moved]:
    """Say which ways the limits of a value have moved; both ways is possible."""
    found = difference(Bounded(before), Bounded(after))
    return found.ways if found else frozenset()


def _moves(old: Bounded, new: Bounded) -> Iterator[Move]:
    """Compare limits where they are: of the value, and of what it holds."""
    before, after = _by_path(old.limits), _by_path(new.limits)
    for path in before.keys() | after.keys():
        start = f"{path}." if path else ""
        is_whole = old.is_whole(path) or new.is_whole(path)
        for move in _moved_at(
            before.get(path, {}), after.get(path, {}), is_whole=is_whole
        ):
            names = frozenset(f"{start}{name}" for name in move.names)
            # What was of another kind was not refused before, either.
            side = old if move.way == "tighter" else new
            if any(map(side.has, names)):
                yield Move(move.way, names)


def _by_path(limits: Limits) -> Mapping[str, Keywords]:
    found: dict[str, dict[str, str]] = {}
    for name, value in limits:
        path, _, keyword = name.rpartition(".")
        found.setdefault(path, {})[keyword] = value
    return found


def _moved_at(old: Keywords, new: Keywords, *, is_whole: bool) -> Iterator[Move]:
    yield from _edges(old, new, is_whole=is_whole)
    if is_whole:
        old, new = map(_of_integers, (old, new))
    for name in {*old, *new} - _EDGES:
        for way in _moved(name, old.get(name), new.get(name)):
            yield Move(way, frozenset({name}))


def _edges(old: Keywords, new: Keywords, *, is_whole: bool) -> Iterator[Move]:
    """Compare where numbers begin and end, whatever keyword says it."""
    for name, sign in (("minimum", 1), ("maximum", -1)):
        was, now = (_tightest(one, name, sign, is_whole) for one in (old, new))
        if was != now:
            names = frozenset({name, f"exclusive_{name}"})
            yield Move("tighter" if _is_above(now, was) else "looser", names)


def _apart(
    before: Limits, after: Limits, names: Container[str]
) -> tuple[Limits, Limits]:
    """Return the limits that have moved, and of lists what is not in both."""
    old, new = ({k: v for k, v in one if k in names} for one in (before, after))
    for name in old.keys() & new.keys():
        if name.rpartition(".")[2] in _LISTED:
            both = {*json.loads(old[name])} & {*json.loads(new[name])}
            for side in (old, new):
                left = [each for each in json.loads(side[name]) if each not in both]
                side[name] = json.dumps(left)
    return _left(old), _left(new)


def _left(limits: Keywords) -> Limits:
    return tuple((name, value) for name, value in limits.items() if value != "[]")


def _of_integers(limits: Keywords) -> Keywords:
    """Say of which number integers are multiples; of 1 all of them are, and of a half.

    Those that are multiples of two thirds are even.
    """
    step = _number(limits.get(_STEP, "1"))
    whole = step.numerator if isinstance(step, Fraction) else 1
    rest = {name: value for name, value in limits.items() if name != _STEP}
    return {**rest, _STEP: str(whole)} if whole > 1 else rest


_STEP: Final = "multiple_of"
_Number: TypeAlias = Fraction | float
_Edge: TypeAlias = tuple[_Number, bool] | None
"""A number, greater if it is tighter, and whether it is left out itself."""


def _tightest(limits: Keywords, name: str, sign: int, is_whole: bool) -> _Edge:
    names = ((name, False), (f"exclusive_{name}", True))
    found = [
        _edge(sign * _number(limits[key]), is_out=out, is_whole=is_whole)
        for key, out in names
        if key in limits
    ]
    return max(found, default=None)


def _edge(value: _Number, *, is_out: bool, is_whole: bool) -> tuple[_Number, bool]:
    """Return an edge; of integers, the first one that is not left out."""
    if not is_whole or isinstance(value, float):
        return value, is_out
    first = Fraction(math.floor(value) + 1 if is_out else math.ceil(value))
    return first, False


def _is_above(one: _Edge, other: _Edge) -> bool:
    return other is None or (one is not None and one > other)


_EDGES = frozenset({"minimum", "maximum", "exclusive_minimum", "exclusive_maximum"})
_LISTED = frozenset({"others", "patterns"})
"""What is a list of texts that all hold."""


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
    """Tell whether all texts of the other are among those of one."""
    return {*json.loads(one)} >= {*json.loads(other)}


_TIGHTER: Mapping[str, Callable[[str, str], bool]] = {
    "min_length": _is_more,
    "max_length": _is_less,
    "min_items": _is_more,
    "max_items": _is_less,
    "min_properties": _is_more,
    "max_properties": _is_less,
    "multiple_of": _is_multiple,
    "others": _has_all,
    "patterns": _has_all,
}
"""Whether the first of two values, which are not the same, is as tight or tighter."""


def written(limits: Limits) -> str:
    """Write limits in one line."""
    return ", ".join(f"{name} {value}" for name, value in limits)
