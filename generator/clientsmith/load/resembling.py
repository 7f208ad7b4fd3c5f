"""Keys that an edit adds beside one of almost the same name: a slip, most likely.

A description that lets a key be added does not say that nothing reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from clientsmith.diagnostics import Diagnostic, Exit, Position, warning

if TYPE_CHECKING:
    from clientsmith.load.reading import JSON
    from clientsmith.pointer import Pointer

_SHORTEST: Final = 4
"""Shorter words differ by a letter and mean different things: `get` and `put`."""


def slips(value: JSON, change: JSON, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Find what merging a change would add beside a key that it resembles."""
    if not (isinstance(value, dict) and isinstance(change, dict)):
        return
    for key, each in change.items():
        if key in value:
            yield from slips(value[key], each, at / key)
        elif near := resembled(key, value):
            yield at / key, near


def resembled(key: str, others: Iterable[str]) -> str | None:
    """Return the key of which another one is a slip, if there is one."""
    return next((each for each in others if _is_slip(key, each)), None)


def misspelt(key: str, near: str, at: Pointer | Position | None) -> Diagnostic:
    """Say that an edit adds a key, though it seems to mean another one."""
    return warning(
        "key-misspelt",
        f"this adds `{key}` beside `{near}`, which it resembles",
        at,
        hint=f"write `{near}` if that is meant; else "
        "`--policy key-misspelt=opaque` makes this a hint",
        exit=Exit.USAGE,
    )


def _is_slip(one: str, other: str) -> bool:
    """Tell whether words differ by case, one letter, or two that are swapped.

    A plural is no slip, and neither is another number.
    """
    if one.casefold() == other.casefold():
        return one != other
    if min(len(one), len(other)) < _SHORTEST:
        return False
    left, right, is_last = _difference(one, other)
    letters = left + right
    if any(map(str.isdecimal, letters)) or (letters == "s" and is_last):
        return False
    is_swapped = left == right[::-1] and len(letters) == len("ab" + "ba")
    return is_swapped or max(len(left), len(right)) == 1


def _difference(one: str, other: str) -> tuple[str, str, bool]:
    """Return what words do not share between their beginnings and their ends."""
    start = _shared(one, other)
    left, right = one[start:], other[start:]
    end = _shared(left[::-1], right[::-1])
    return left[: len(left) - end], right[: len(right) - end], end == 0


def _shared(one: str, other: str) -> int:
    """Count the letters with which two words begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
