"""Identifiers whose verbs are the methods of HTTP, and what these do.

https://www.rfc-editor.org/rfc/rfc9110#section-9.3
"""

from __future__ import annotations

from collections.abc import Sequence

from clientsmith.ir import Name

from .paths import Paths
from .places import Candidate, Place
from .verbs import ACTS
from .words import is_plural, starts_with_verb

_LIST = Name(("list",))
_METHODS = frozenset({"patch", "post", "put"})
_BY_PATH = frozenset({"create", "replace", "update"})
"""Verbs of names by path that say the same as a method."""
_FEWEST_ALIKE = 3
"""Identifiers that have to do so before it means nothing."""


def methods_as_verbs(identifiers: Sequence[tuple[str, Name]]) -> frozenset[str]:
    """List the methods of HTTP that an API has for verbs in most of its identifiers.

    A few may mean something else by them: `chat.postMessage`.
    """
    found: set[str] = set()
    for method in _METHODS:
        asked = [words for one, words in identifiers if one == method and words]
        same = [words for words in asked if words.lower.words[0] == method]
        if len(same) >= _FEWEST_ALIKE and len(same) * 2 > len(asked):
            found.add(method)
    return frozenset(found | {"get"} if "post" in found else found)


def said_otherwise(
    place: Place,
    told: Sequence[Candidate],
    by_path: Name,
    paths: Paths,
    *,
    speaking: bool,
) -> list[Candidate]:
    """Put a word for what is done in the place of a method of HTTP.

    One that stands alone says nothing; `speaking` says whether others do not either.
    """
    found: list[Candidate] = []
    for one in told:
        method, *others = one.name.words
        alone = not others and place.method in _METHODS - {by_path.snake}
        alone &= place.method != "post" or by_path.words[0] == "create"
        if method.lower() == place.method and (speaking or alone):
            name = _otherwise(place, Name(tuple(others)), by_path, paths)
            found.append(Candidate(name, one.loss + 1))
        else:
            found.append(one)
    return found


def _otherwise(place: Place, rest: Name, by_path: Name, paths: Paths) -> Name:
    """Say what a method does: `post_cluster_recycle` recycles a cluster."""
    segments = paths.segments(place.path)
    if place.method == "get":
        several = paths.is_collection(segments) and is_plural(rest)
        return (_LIST if several else Name(("get",))) + rest
    if place.method == "post" and rest:
        if starts_with_verb(rest, ACTS) or rest.snake == by_path.snake:
            return rest
        last = segments[-1].words if segments else Name(())
        if last.snake == rest.snake and rest.words[-1].lower() in ACTS:
            return rest
        if last.snake == rest.words[-1].lower() and last.snake in ACTS:
            return Name((rest.words[-1], *rest.words[:-1]))
    fallback = "create" if place.method == "post" else "update"
    verb = by_path.words[0] if by_path.words[0] in _BY_PATH else fallback
    return Name((verb,)) + rest
