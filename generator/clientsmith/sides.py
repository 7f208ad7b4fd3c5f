"""The two sides of a merge, in a text in which git has left them between markers.

https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias, cast

Table: TypeAlias = Mapping[str, object]

_CONFLICT: Final = re.compile(
    r"^<{7}(?: .*)?\n(?P<ours>(?:.*\n)*?)"
    r"(?:\|{7}(?: .*)?\n(?:.*\n)*?)?"
    r"={7}\n(?P<theirs>(?:.*\n)*?)>{7}(?: .*)?$\n?",
    re.MULTILINE,
)


def sides(text: str) -> tuple[str, str] | None:
    """Return what a text is on either side of its conflicts; None if it has none."""
    text = text.replace("\r\n", "\n")
    if not _CONFLICT.search(text):
        return None
    return _CONFLICT.sub(r"\g<ours>", text), _CONFLICT.sub(r"\g<theirs>", text)


def joined(ours: Table, theirs: Table) -> dict[str, object]:
    """Return the entries of both sides; where both have one, that of ours."""
    return {key: _either(ours, theirs, key) for key in {**ours, **theirs}}


def contradictions(ours: Table, theirs: Table) -> Iterator[tuple[str, object, object]]:
    """Yield the keys that both sides have with another value, and these."""
    for key in sorted(ours.keys() & theirs.keys()):
        one, other = _table(ours[key]), _table(theirs[key])
        if one is not None and other is not None:
            yield from contradictions(one, other)
        elif ours[key] != theirs[key]:
            yield key, ours[key], theirs[key]


def _either(ours: Table, theirs: Table, key: str) -> object:
    one, other = _table(ours.get(key)), _table(theirs.get(key))
    if one is not None and other is not None:
        return joined(one, other)
    return ours[key] if key in ours else theirs[key]


def _table(value: object) -> Table | None:
    return cast("Table", value) if isinstance(value, dict) else None
