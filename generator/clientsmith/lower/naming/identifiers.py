"""What an `operationId` says: words, without what tools add to them.

https://spec.openapis.org/oas/v3.1.1.html#operation-object
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from clientsmith.ir import Name, name_of

from .paths import Paths, Segment
from .places import Place
from .verbs import VERBS
from .words import ARTICLES, EMPTY_ENDS, SMALL

_NUMBER_AT_END = re.compile(r"(?<=[a-z])[_-][0-9]{1,2}$", re.IGNORECASE)
_LONGEST_GLUED = 80


def text_of(place: Place) -> str:
    """Return an `operationId` without the path and method that FastAPI appends."""
    identifier = place.operation_id or ""
    appended = re.sub(r"\W", "_", f"{place.path}_{place.method}")
    return identifier.removesuffix(appended) or identifier


def without_numbers(identifiers: Sequence[str]) -> list[str]:
    """Leave out the numbers that tools add to what they find twice: `get_1`."""
    known = {*identifiers}
    plain = [_NUMBER_AT_END.sub("", text) for text in identifiers]
    return [
        short if short in known else text
        for short, text in zip(plain, identifiers, strict=True)
    ]


def words_of(text: str, vocabulary: frozenset[str]) -> Name:
    """Read an identifier as words, also where they are written as one."""
    name = name_of(text)
    parts = [_parts(word, vocabulary) for word in name.words]
    words = [part for each in parts for part in each]
    if len(words) > len(name.words):
        words = list(_unglued(name.snake.replace("_", ""), vocabulary)) or words
    while len(words) > 1 and words[-1].lower() in EMPTY_ENDS - vocabulary:
        words.pop()
    plain = [word for word in words if word.lower() not in ARTICLES]
    return Name(tuple(plain or words))


def vocabulary_of(places: Iterable[Place], paths: Paths) -> frozenset[str]:
    """List the words that paths are made of, one and several of each."""
    words = {"all", "count", "counts"}
    for place in places:
        for segment in paths.segments(place.path):
            words.update(segment.words.lower.words)
            words.update(segment.words.singular.lower.words)
    return frozenset(words)


def _parts(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Split one word that is a verb and words of paths: `deletesynonyms`."""
    letters = word.lower()
    known = letters in vocabulary or letters in VERBS or letters in SMALL
    return (word,) if known else _unglued(letters, vocabulary) or (word,)


@cache
def _unglued(letters: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Split letters into a verb and words of paths, if that is what they are."""
    if len(letters) > _LONGEST_GLUED:
        return ()
    verbs = [verb for verb in VERBS if letters.startswith(verb)]
    for verb in sorted(verbs, key=len, reverse=True):
        rest = _split(letters[len(verb) :], vocabulary)
        if rest:
            return (verb, *rest)
    return ()


def _split(letters: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Split letters into words of paths, in as few as there can be."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        found: tuple[str, ...] | None = None
        for start in range(end):
            before, word = best[start], letters[start:end]
            if before is None or (word not in vocabulary and word not in SMALL):
                continue
            if found is None or len(before) + 1 < len(found):
                found = (*before, word)
        best.append(found)
    return best[-1] or ()


def spells_path(words: Name, place: Place, segments: Sequence[Segment]) -> bool:
    """Tell whether an identifier says the method and the path, and nothing else.

    For a value it has the name of the parameter, the end of it, or no word at all.
    """
    method, *rest = words.lower.words
    return method == place.method and tuple(rest) in _spellings(tuple(segments))


def spells_whole_path(words: Name, place: Place) -> bool:
    """Tell the same of the path with everything that stands before its segments."""
    method, *rest = words.lower.words
    whole = re.sub(r"[{}]", " ", place.path.partition("?")[0])
    return method == place.method and tuple(rest) == name_of(whole).lower.words


@cache
def _spellings(segments: tuple[Segment, ...]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = {()}
    for segment in segments[:_MOST_SEGMENTS]:
        words = segment.words.lower.words
        ways = {words, words[-1:], ("id",), ()} if segment.is_value else {words}
        found = {(*before, *way) for before in found for way in ways}
    return frozenset(found)


_MOST_SEGMENTS = 12
