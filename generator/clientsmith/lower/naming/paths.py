"""Paths as words: their segments, and which of them are things.

https://spec.openapis.org/oas/v3.1.1.html#paths-object
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from clientsmith.ir import Name, name_of

from .words import is_plural

_VERSION = re.compile(
    r"v[0-9]+([._-]?[0-9]+|(alpha|beta|rc)[0-9]*)*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?",
    re.IGNORECASE,
)
_LEADING = re.compile(r"api|rest", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(json|xml|ya?ml|php|html)$", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{[^}]*\}")
_PARTS = re.compile(r"(?:\{[^}]*\}|[^{}:#])+")
_ANY = "{}"
_FEWEST_BELOW = 3
"""Things that must stand below what every path begins with, or it is one."""


class Segment(Struct, frozen=True):
    """A part of a path: a word of the API, or a place for a value."""

    words: Name
    """For a value, those of the last parameter in it, or the number that it is."""
    is_value: bool = False

    @property
    def key(self) -> str:
        """What it is compared by."""
        return _ANY if self.is_value else self.words.snake


@cache
def segments_of(path: str) -> tuple[Segment, ...]:
    """Read a path, without what only says which API and which version of it.

    `/files/{id}:copy` and `/files/{id}#copy` read like `/files/{id}/copy`, and a number
    is a value that is written out.
    """
    whole = path.partition("?")[0]
    texts = [part for each in whole.split("/") for part in _PARTS.findall(each)]
    texts = [text for text in texts if not _VERSION.fullmatch(text)]
    found = [segment for text in texts for segment in _segments(text)]
    while found and (found[0].is_value or _LEADING.fullmatch(found[0].key)):
        found.pop(0)
    return tuple(found)


def _segments(text: str) -> list[Segment]:
    if text.isdecimal():
        return [Segment(name_of(text), is_value=True)]  # /folders/0
    text = _EXTENSION.sub("", text)
    values = _TEMPLATE.findall(text)
    around = _TEMPLATE.sub(" ", text)
    names = map(name_of, around.split("."))  # /chat.postMessage
    found = [Segment(name) for name in names if name.width > bool(values)]
    ending = [Segment(name_of(value), is_value=True) for value in values[-1:]]
    return found + ending


class Paths:
    """The paths of an API beside each other."""

    def __init__(self, asked: Iterable[tuple[str, str]]) -> None:
        """Take the method and the path of every operation."""
        read = [(method, segments_of(path)) for method, path in asked]
        self._shared = _shared([segments for _, segments in read])
        self._methods: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._below: Counter[tuple[str, ...]] = Counter()
        for method, segments in read:
            key = _key(segments[self._shared :])
            if method in self._methods[key]:
                continue  # another version of the same
            self._methods[key].add(method)
            self._below.update(key[:length] for length in range(1, len(key) + 1))

    def segments(self, path: str) -> tuple[Segment, ...]:
        """Return the segments of a path after what all paths begin with."""
        return segments_of(path)[self._shared :]

    def methods(self, segments: Sequence[Segment]) -> set[str]:
        """Say how a path is asked."""
        return self._methods.get(_key(segments), set())

    def has_items(self, segments: Sequence[Segment]) -> bool:
        """Tell whether a path goes on with a value: it is a collection."""
        return (*_key(segments), _ANY) in self._below

    def operations_below(self, segments: Sequence[Segment]) -> int:
        """Count the operations of a path and of those that it begins."""
        return self._below[_key(segments)]

    def is_namespace(self, segments: Sequence[Segment]) -> bool:
        """Tell whether a path is nothing but the beginning of others."""
        is_value = not segments or segments[-1].is_value
        return not (is_value or self.methods(segments) or self.has_items(segments))

    def is_collection(self, segments: Sequence[Segment]) -> bool:
        """Tell whether a path names things in the plural, or goes on with one."""
        if not segments:
            return False
        if segments[-1].is_value:
            return (*_key(segments), _ANY) in self._methods
        return self.has_items(segments) or is_plural(segments[-1].words)


def _key(segments: Sequence[Segment]) -> tuple[str, ...]:
    return tuple(segment.key for segment in segments)


def _shared(paths: Sequence[tuple[Segment, ...]]) -> int:
    """Count the segments at the start that are the same in every path."""
    length = 0
    while True:
        heads = {_key(path[: length + 1]) for path in paths if len(path) > length}
        nexts = {path[length + 1].key for path in paths if len(path) > length + 1}
        follows = all(
            len(path) > length + 1 and not path[length + 1].is_value for path in paths
        )
        if len(heads) != 1 or not follows or len(nexts) < _FEWEST_BELOW:
            return length
        length += 1
