"""Identifiers whose verbs are the methods of HTTP, and what these do.

https://www.rfc-editor.org/rfc/rfc9110#section-9.3
"""

from __future__ import annotations

from collections.abc import Sequence

from clientsmith.ir import Name

from .paths import Paths
from .places import Candidate, Place
from .verbs import ACTS, METHODS
from .words import SMALL, is_plural, starts_with_verb, tells, trimmed

_LIST = Name(("list",))
_MAKING = METHODS - {"get"}
_BY_PATH = frozenset({"create", "replace", "update"})
"""Verbs of names by path that say the same as a method."""
_MADE = frozenset({"create", "delete", "update"})
"""Verbs that are nothing else, wherever they stand."""
_FEWEST_ALIKE = 3
"""Identifiers that have to do so before it means nothing."""


def methods_as_verbs(identifiers: Sequence[tuple[str, Name]]) -> frozenset[str]:
    """List the methods of HTTP that an API has for verbs in most of its identifiers.

    A few may mean something else by them: `chat.postMessage`.
    """
    found: set[str] = set()
    for method in _MAKING:
        asked = [words for one, words in identifiers if one == method and words]
        same = [words for words in asked if words.lower.words[0] == method]
        if len(same) >= _FEWEST_ALIKE and len(same) * 2 > len(asked):
            found.add(method)
    return frozenset(found | {"get"} if "post" in found else found)


def without_method(words: Name, place: Place, resource: Sequence[Name]) -> Name:
    """Leave out a method of HTTP beside what is done: `post_close_ticket`.

    After a small word at the end, it says how: `search_with_post`.
    """
    told = list(words.words)
    while len(told) > 1 and not tells(told[0], resource):
        told.pop(0)
    rest = Name(tuple(told[1:]))
    says = told[0].lower() == place.method == "post" and starts_with_verb(rest, ACTS)
    if says and tells(rest.words[0], resource):
        return rest
    before, last = ["", "", *words.lower.words][-2:]
    ends = before in SMALL and last == place.method
    return trimmed(Name(words.words[:-1])) if ends else words


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
        if speaking and _is_last(one.name, place):
            verb = _verb(place, by_path)
            found.append(Candidate(Name((*one.name.words[:-1], verb)), one.loss))
            continue
        behind = others[1:] and place.method == "post" and others[-1].lower() in ACTS
        alone = not others or others[0].lower() in SMALL
        alone &= place.method in _MAKING - {by_path.snake}
        alone &= place.method != "post" or by_path.words[0] == "create"
        if method.lower() == place.method and (speaking or alone or behind):
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
        several &= place.lists is not False
        return (_LIST if several else Name(("get",))) + rest
    if place.method == "post" and rest:
        if starts_with_verb(rest, ACTS) or rest.snake == by_path.snake:
            return rest
        last = segments[-1].words if segments else Name(())
        verb = rest.words[-1].lower()
        if last.snake == rest.snake and verb in ACTS:
            return rest
        if verb in _MADE or (last.snake == verb and verb in ACTS):
            return Name((rest.words[-1], *rest.words[:-1]))
    return Name((_verb(place, by_path),)) + rest


def _is_last(name: Name, place: Place) -> bool:
    """Tell whether a method of HTTP stands for what is done, behind who does it."""
    first, last = name.lower.words[0], name.lower.words[-1]
    return first != last == place.method and last in _MAKING


def _verb(place: Place, by_path: Name) -> str:
    fallback = "create" if place.method == "post" else "update"
    return by_path.words[0] if by_path.words[0] in _BY_PATH else fallback
