"""Names by `operationId`: its verb, and what its resource does not say already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clientsmith.ir import Name

from .http_verbs import without_method
from .objects import objects
from .path_names import API
from .paths import Paths, Segment
from .places import Candidate, Place
from .verbs import ACTS, GETTING, HOW, LISTS, METHODS
from .words import (
    SMALL,
    is_phrasal,
    is_plural,
    joined,
    meaning,
    meanings,
    starts_with_verb,
    tells,
    trimmed,
)

_GET = Name(("get",))
_LIST = Name(("list",))
_BEHIND = METHODS | {"create", "delete", "list", "update"}
"""Verbs that may stand behind what something is done to."""
_BY = "by"
_OF_ONE = frozenset({"create", "post"})
_LOSS_OF_SEVERAL = 3
_OF_SEVERAL = frozenset({"count", "list", "search"})


def names_by_identifier(
    place: Place,
    words: Name,
    resource: tuple[Name, ...],
    shared: Name,
    paths: Paths,
) -> list[Candidate]:
    """Return the names that an `operationId` gives, the shortest first."""
    if resource == (API,) and not place.tag:
        return [Candidate(words)]
    plain = without_method(words, place, resource)
    ways = [(words, 0)] if plain == words else [(plain, 1), (words, 0)]
    found = [
        Candidate(name, lost + loss)
        for each, lost in ways
        for name, loss in _told(place, each, resource, shared, paths)
    ]
    return [one for one in found if one.name and _is_said(one.name)]


def _is_said(name: Name) -> bool:
    """Tell whether a name is one by itself: `by_query` is none, but `to_session`."""
    return name.words[0].lower() not in SMALL - {"to"}


def _told(
    place: Place,
    words: Name,
    resource: tuple[Name, ...],
    shared: Name,
    paths: Paths,
) -> Iterator[tuple[Name, int]]:
    """Yield what is left of words after those that the resource says."""
    segments = paths.segments(place.path)
    verb, thing = _parted(words, resource, shared, segments)
    if resource[-1].snake == verb.snake and thing:
        verb = Name(())  # search.messages
    several = _is_several(verb, thing, place, segments)
    names: list[tuple[Name, int]] = []
    for one in objects(verb, thing, resource, segments):
        short = _without_key(verb, one.name, segments)
        names.append((short, max(one.loss, int(short != one.name))))
        names.append((one.name, one.loss))
    if several:
        names[0] = (names[0][0], _LOSS_OF_SEVERAL)
    for name, loss in names:
        yield _named(verb, name, thing, place, paths), loss
    for name, loss in names[1:]:
        yield trimmed(verb + name), loss


def _parted(
    words: Name,
    resource: tuple[Name, ...],
    shared: Name,
    segments: Sequence[Segment],
) -> tuple[Name, Name]:
    """Split an `operationId` into what is done and to what.

    Where it begins with its resource, `droplets_list`, the verb comes after that, as
    it does where it begins with another thing of the path, `volumes_list`.
    """
    rest = list(words.words[len(shared.words) :]) or list(words.words)
    whole = meanings(joined(resource))
    starts = meanings(Name(tuple(rest)))[: len(whole)] == whole
    if starts and len(rest) > len(whole) and not _acts(rest, resource):
        del rest[: len(whole)]
    while len(rest) > 1 and _is_start(rest, resource):
        rest.pop(0)
    if starts_with_verb(Name(tuple(rest))):
        end = 2 if is_phrasal(rest[:2]) else 1
        return Name(tuple(rest[:end])), Name(tuple(rest[end:]))
    for at in range(1, len(rest)):
        if _is_behind(rest, at, segments):
            return Name((rest[at],)), _thing(rest, at, segments)
    return Name(()), Name(tuple(rest))


def _is_behind(rest: Sequence[str], at: int, segments: Sequence[Segment]) -> bool:
    """Tell whether a verb stands behind a thing of the path, `invoices_get_pdf`."""
    verb, *before = rest[at].lower(), *map(str.lower, rest[:at])
    known = verb in _BEHIND and (at == len(rest) - 1 or verb != "list")
    if not known or HOW & {*before} or SMALL & {*before}:
        return False
    return any(_ends(each, before[-1]) for each in segments)


def _ends(segment: Segment, word: str) -> bool:
    """Tell whether a part of a path is called by a word."""
    words = meanings(segment.words)
    return not segment.is_value and words[-1:] == (meaning(word),)


def _thing(rest: Sequence[str], at: int, segments: Sequence[Segment]) -> Name:
    """Return what something is done to, one where the path goes on with one."""
    thing, part = Name(tuple(rest[:at])), Name(tuple(rest[at + 1 :]))
    places = [_ends(each, rest[at - 1]) for each in segments]
    of_one = segments[places.index(True) + 1 :][:1]
    verb = rest[at].lower()
    on_one = verb != "list" and bool(of_one) and of_one[0].is_value
    return (thing.singular if on_one or verb in _OF_ONE else thing) + part


def _acts(rest: Sequence[str], resource: tuple[Name, ...]) -> bool:
    """Tell whether a word of a resource is what is done: `inviteUser` of `invites`."""
    first, whole = Name((rest[0],)), joined(resource)
    if first.snake == whole.snake or len(whole.words) > 1:
        return False
    if not starts_with_verb(first, ACTS):
        return False
    return not starts_with_verb(Name((rest[1],)))


def _is_start(rest: Sequence[str], resource: tuple[Name, ...]) -> bool:
    """Tell whether a word at the start is the resource's, and not what is done."""
    first, second = Name((rest[0],)), Name((rest[1],))
    if tells(rest[0], resource):
        return False
    return not starts_with_verb(first) or starts_with_verb(second)


def _without_key(verb: Name, told: Name, segments: Sequence[Segment]) -> Name:
    """Leave out by what one thing is found, where the path ends with just that."""
    words = told.lower.words
    one = bool(segments) and segments[-1].is_value and verb.snake not in _OF_SEVERAL
    if _BY not in words or not one:
        return told
    at = len(words) - 1 - words[::-1].index(_BY)
    key, known = {*words[at + 1 :]}, {*segments[-1].words.lower.words, "id"}
    path = {word for each in segments[:-1] for word in each.words.lower.words}
    return Name(told.words[:at]) if key and key <= known - path else told


def _is_several(
    verb: Name, thing: Name, place: Place, segments: Sequence[Segment]
) -> bool:
    """Tell whether something is done to several at once, beside doing it to one."""
    if not segments or segments[-1].is_value:
        return False
    usual = place.method == "get" or (
        place.method == "post" and verb.snake not in GETTING
    )
    return not usual and is_plural(thing)


def _named(
    verb: Name,
    told: Name,
    thing: Name,
    place: Place,
    paths: Paths,
) -> Name:
    """Put the verb before what is left, and call a list a list."""
    words, segments = told.lower.words, paths.segments(place.path)
    path = {word for each in segments for word in meanings(each.words)}
    if not verb and _is_part(told, place, segments):
        return (_LIST if place.lists else _GET) + told
    if place.lists is False:
        return trimmed(verb + told)
    if verb.snake == "get" and words[-1:] and words[-1] in LISTS - path:
        return _LIST + _several(trimmed(Name(told.words[:-1])), segments)
    if verb.snake in GETTING and words == ("all",):
        return _LIST
    gets = verb.snake in {"get", "read"} and place.method == "get"
    if gets and _gets_several(told, thing, place, paths):
        return _LIST + told
    return trimmed(verb + told)


def _is_part(told: Name, place: Place, segments: Sequence[Segment]) -> bool:
    """Tell whether a name without a verb is that of the parts of a thing."""
    within = [each.is_value for each in segments[-2:]] == [True, False]
    if not within or place.method != "get" or starts_with_verb(told.singular):
        return False
    return is_plural(told) and segments[-1].words.snake == told.snake


def _several(name: Name, segments: Sequence[Segment]) -> Name:
    """Say several of something as the path does."""
    last = segments[-1].words.words[-1] if segments else ""
    if name and meaning(last) == meaning(name.words[-1]):
        return Name((*name.words[:-1], last))
    return name


def _gets_several(told: Name, thing: Name, place: Place, paths: Paths) -> bool:
    """Tell whether an `operationId` gets things in the plural: `getPets`, not `getPet`.

    Words that have no other plural are one if the path calls the collection so.
    """
    segments = paths.segments(place.path)
    if told and told.words[0].lower() not in SMALL:
        return False
    if not paths.is_collection(segments):
        return False
    plural = any(Name((word,)).singular != Name((word,)) for word in thing.lower.words)
    last = segments[-1].words.lower.words[-1:]
    return plural or {*last} <= {*thing.lower.words}
