"""Finds what a file calls its parts: `$id`, `$anchor`, and `$self` of itself.

https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from .uris import join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clientsmith.load.reading import JSON

_DATA: Final = frozenset({"const", "default", "enum", "example", "examples", "value"})
_MAPS: Final = frozenset({"$defs", "definitions", "patternProperties", "properties"})
_ANCHORS: Final = ("$anchor", "$dynamicAnchor")
_WORDS: Final = ('$id"', "$id'", "$id:", "$self", "$anchor", "$dynamicAnchor")

Steps = tuple[str, ...]


class Identifiers(Struct):
    """The base URIs inside a file, and its anchors by base URI and name."""

    bases: dict[Steps, str] = field(default_factory=dict[Steps, str])
    anchors: dict[tuple[str, str], list[Steps]] = field(
        default_factory=dict[tuple[str, str], list[Steps]],
    )

    def base(self, steps: Steps) -> tuple[Steps, str]:
        """Return the resource that a value belongs to, and its URI."""
        if len(self.bases) > 1:
            for length in range(len(steps), 0, -1):
                if steps[:length] in self.bases:
                    return steps[:length], self.bases[steps[:length]]
        return (), self.bases[()]

    def anchor(self, base: str, name: str, near: Steps) -> Steps | None:
        """Find an anchor; of several, which is a mistake, the one that is nearest."""
        found = self.anchors.get((base, name))
        if not found:
            return None
        return min(found, key=lambda steps: (-_shared(steps, near), steps))


def _shared(one: Steps, other: Steps) -> int:
    """Count the steps that two places have in common."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def find_identifiers(value: JSON, texts: Iterable[str], uri: str) -> Identifiers:
    """Read the identifiers of a file that was found at `uri`."""
    found = Identifiers({(): uri})
    if any(word in text for text in texts for word in _WORDS):
        if isinstance(value, dict) and isinstance(own := value.get("$self"), str):
            found.bases[()] = uri = join(uri, own) or uri
        _collect(found, value, (), uri)
    return found


def _collect(found: Identifiers, value: JSON, steps: Steps, uri: str) -> None:
    pending = [(value, steps, uri, False)]
    while pending:
        value, steps, uri, named = pending.pop()
        if isinstance(value, list):
            pending += [
                (item, (*steps, str(index)), uri, False)
                for index, item in enumerate(value)
            ]
        if not isinstance(value, dict):
            continue
        if not named:
            uri = _identify(found, value, steps, uri)
        pending += [
            (item, (*steps, key), uri, key in _MAPS and not named)
            for key, item in value.items()
            if named or (key not in _DATA and not key.startswith("x-"))
        ]


def _identify(
    found: Identifiers,
    value: dict[str, JSON],
    steps: Steps,
    uri: str,
) -> str:
    """Note what one object is called, and return the base URI inside of it."""
    given = value.get("$id")
    if isinstance(given, str) and given.partition("#")[0]:
        whole = join(uri, given)
        uri = whole.partition("#")[0] if whole else uri
        found.bases[steps] = uri
    names = [value.get(key) for key in _ANCHORS]
    if isinstance(given, str):
        # Before 2019-09 an anchor was an `$id` with a fragment alone.
        names.append(given.partition("#")[2])
    for name in names:
        if isinstance(name, str) and name and "/" not in name:
            found.anchors.setdefault((uri, name), []).append(steps)
    return uri
