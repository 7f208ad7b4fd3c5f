"""A slice of many targets, so that a fleet spreads over several machines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeVar

from .diagnostics import Diagnostic, Exit, Outcome, error, hint

T = TypeVar("T")

_SHARD: Final = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


def shard(items: Sequence[T], wanted: str) -> Outcome[list[T]]:
    """Return every n-th item: `2/8` is the second of eight slices.

    The slices are disjoint, together they are all, and they differ in size by at
    most one; a slice may be empty.
    """
    match = _SHARD.fullmatch(wanted)
    index, count = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= index <= count:
        message = f"`--shard {wanted}` is no slice"
        like = "for example `--shard 2/8`, the second of eight"
        problem = error("shard-invalid", message, hint=like, exit=Exit.USAGE)
        return Outcome(None, (problem,))
    found = list(items[index - 1 :: count])
    return Outcome(found, () if found else (_empty(wanted, len(items)),))


def _empty(wanted: str, count: int) -> Diagnostic:
    there = "there is one target" if count == 1 else f"there are {count} targets"
    return hint(
        "shard-empty",
        f"`--shard {wanted}` has nothing to do: {there}",
        hint="fewer slices are enough",
        exit=Exit.USAGE,
    )
