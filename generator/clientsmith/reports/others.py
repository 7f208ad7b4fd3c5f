"""Where else the same has changed: an edit that many calls have, said once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clientsmith.compare import Change, Subject, thing_of

_NOUNS: Mapping[Subject, str] = {
    "call": "call",
    "argument": "call",
    "answer": "call",
    "header": "call",
    "failure": "call",
    "model": "model",
    "attribute": "model",
    "error": "error",
    "webhook": "webhook",
}


def others_of(alike: Sequence[Change]) -> list[str]:
    """Name the things, beside the first, that changes which are alike are changes of.

    A call with several sets of arguments is one thing.
    """
    return [*dict.fromkeys(thing_of(each.place) for each in alike)][1:]


def with_others(alike: Sequence[Change]) -> str:
    """Say where changes are found that are alike: `client.a(b=) and 2 other calls`."""
    place = alike[0].place
    return f"{place} and {others_said(alike)}" if others_of(alike) else place


def others_said(alike: Sequence[Change]) -> str:
    """Count the others: `2 other calls`."""
    noun, count = _NOUNS.get(alike[0].subject, "place"), len(others_of(alike))
    return f"{count:,} other {noun}{'s' * (count > 1)}"


def also(alike: Sequence[Change], most: int) -> Iterator[str]:
    """Name the others in one line, as many as are read."""
    names = others_of(alike)
    more = len(names) - most
    shown = ", ".join(names[:most])
    if names:
        yield f"also {shown}, and {more:,} more" if more > 0 else f"also {shown}"
