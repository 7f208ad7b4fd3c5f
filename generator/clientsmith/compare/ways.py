"""Which way a definition goes in both packages, and what is said of it either way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import Definition

from .changes import Change, is_breaking

_OF_GIVING: Final = frozenset({"required"})
"""What is said of those alone who give it: who reads it finds it in the type."""


class Ways(Struct, frozen=True):
    """Whether code that is there has got something, and has given it."""

    read: bool
    given: bool


def ways_of(old: Definition, new: Definition) -> Ways:
    """Say which ways both go; callers make for themselves what goes neither."""
    is_read = old.read and new.read
    return Ways(is_read, not is_read or (old.given and new.given))


def joined(
    read: Iterable[Change], given: Iterable[Change], ways: Ways
) -> Iterator[Change]:
    """Say each change once, and what it means where it breaks code."""
    if not ways.read:
        yield from given
        return
    found = {_what(each): each for each in read}
    for each in given:
        key = _what(each)
        if key in found:
            found[key] = _graver(found[key], each)
        elif each.aspect in _OF_GIVING:
            found[key] = each
    yield from found.values()


def _what(change: Change) -> tuple[str, ...]:
    return change.place, change.subject, change.aspect, change.action


def _graver(read: Change, given: Change) -> Change:
    """Take the verdict of those who give it, if it is the only one that breaks code."""
    is_seen = is_breaking(given) and not given.unseen
    if not is_breaking(given) or (is_breaking(read) and not (read.unseen and is_seen)):
        return read
    return replace(read, verdict=given.verdict, why=given.why, unseen=given.unseen)
