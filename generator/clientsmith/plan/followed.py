"""Operations that stand elsewhere in a document than when they were published.

The lock knows an operation by its path and its method. One whose key is gone is the
one that asks for the same, whatever the parts of its path are called, or else the one
that has its `operationId`. All that was published of it goes along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from clientsmith.ir import Api, Operation

from .keys import IDENTIFIER, key_of_operation

_KEY = re.compile(
    r"(?P<lead>#/variants/#|#/callbacks|#)"
    r"(?P<place>/paths/(?P<path>[^/]+)/(?:additionalOperations/)?[^/]+)"
    r"(?P<rest>.*)"
)
"""What a key leads to in the item of a path: an operation, or what several share."""
_PART = re.compile(r"\{.*?\}")


class _Move(NamedTuple):
    """Where an operation was published, and where it stands now."""

    old: str
    new: str


def follow(api: Api, pinned: Mapping[str, str]) -> Mapping[str, str]:
    """Return what was published, by the keys that its operations have today."""
    known = {key_of_operation(one): one for one in api.operations}
    new = {key: one for key, one in known.items() if key not in pinned}
    gone = [key for key in pinned if key not in known and _is_operation(key)]
    moves = [*_moves(gone, new, pinned)]
    if not moves:
        return pinned
    places = {old.removeprefix("#"): new.removeprefix("#") for old, new in moves}
    places |= _shared(moves, known)
    names = {_at(key, places): name for key, name in pinned.items()}
    return names | {key: pinned[key] for key in pinned if _at(key, places) == key}


def _moves(
    gone: Iterable[str], new: Mapping[str, Operation], pinned: Mapping[str, str]
) -> Iterator[_Move]:
    """Find each operation that is gone by its request, then by its `operationId`."""
    same = _met({key: _asked(key) for key in gone}, {key: _asked(key) for key in new})
    yield from same
    old, taken = {one.old for one in same}, {one.new for one in same}
    yield from _met(
        {key: pinned.get(key + IDENTIFIER) for key in gone if key not in old},
        {key: one.operation_id for key, one in new.items() if key not in taken},
    )


def _met(
    before: Mapping[str, str | None], after: Mapping[str, str | None]
) -> list[_Move]:
    """Pair keys that have something in common, and with nobody else."""
    later = dict(_alone(after))
    return [_Move(key, later[it]) for it, key in _alone(before) if it in later]


def _alone(known: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Yield what only one key has, with that key."""
    counts = Counter(known.values())
    yield from ((it, key) for key, it in known.items() if it and counts[it] == 1)


def _asked(key: str) -> str:
    """Return what an operation asks for, whatever the parts of its path are called."""
    return _PART.sub("{}", key)


def _is_operation(key: str) -> bool:
    found = _KEY.fullmatch(key)
    return found is not None and (found["lead"], found["rest"]) == ("#", "")


def _shared(moves: Iterable[_Move], known: Iterable[str]) -> dict[str, str]:
    """Say where the parameters of whole paths are, of which nothing is left behind."""
    left = {_path(key) for key in known}
    pairs = {(_path(old), _path(new)) for old, new in moves}
    counts = Counter(old for old, _ in pairs)
    return {
        f"/paths/{old}/parameters": f"/paths/{new}/parameters"
        for old, new in pairs
        if counts[old] == 1 and old not in left
    }


def _path(key: str) -> str:
    return key.split("/")[2]


def _at(key: str, places: Mapping[str, str]) -> str:
    """Return the key of something when operations have moved."""
    found = _KEY.fullmatch(key)
    if found is None or found["place"] not in places:
        return key
    return f"{found['lead']}{places[found['place']]}{found['rest']}"
