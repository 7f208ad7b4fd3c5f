"""Names by `operationId`: its verb, and what its resource does not say already."""

from __future__ import annotations

from collections.abc import Sequence

from clientsmith.ir import Name

from .path_names import API
from .paths import Paths, Segment
from .places import Candidate, Place
from .verbs import ACTS, GETTING, LISTS
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
    without_ends,
)

_LIST = Name(("list",))
_FOR = Name(("for",))
_BY = "by"
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
    plain = _without_method(words, place, resource)
    if plain != words:
        return [
            *_told(place, plain, resource, shared, paths, loss=1),
            *_told(place, words, resource, shared, paths),
        ]
    return _told(place, words, resource, shared, paths)


def _told(
    place: Place,
    words: Name,
    resource: tuple[Name, ...],
    shared: Name,
    paths: Paths,
    *,
    loss: int = 0,
) -> list[Candidate]:
    """Return what is left of words after those that the resource says."""
    segments = paths.segments(place.path)
    verb, thing = _parted(words, resource, shared)
    if resource[-1].snake == verb.snake and thing:
        verb = Name(())  # search.messages
    exact = _without_phrase(thing, resource)
    told = without_ends(exact, resource)
    owners = bool(verb) and _owners(told, thing, segments, resource)
    short = Name(()) if owners else _without_key(verb, told, segments)
    several = _is_several(verb, thing, place, segments)
    names = [
        (short, 2 if several else int(short != exact)),
        *([(_FOR + told, 0)] if owners else []),
        (told, 1 if told != exact else 0),
        (exact, 0),
    ]
    found = [
        Candidate(_named(verb, name, thing, place, paths), loss + less)
        for name, less in names
    ]
    found += [Candidate(trimmed(verb + name), loss + less) for name, less in names[1:]]
    return [one for one in found if one.name]


def _without_method(words: Name, place: Place, resource: tuple[Name, ...]) -> Name:
    """Leave out a method of HTTP before a verb: `post_close_ticket`."""
    method, *others = words.words
    rest = Name(tuple(others))
    said = method.lower() == place.method == "post" and starts_with_verb(rest, ACTS)
    return rest if said and tells(rest.words[0], resource) else words


def _parted(words: Name, resource: tuple[Name, ...], shared: Name) -> tuple[Name, Name]:
    """Split an `operationId` into what is done and to what.

    Where it begins with its resource, `droplets_list`, the verb comes after that.
    """
    rest = list(words.words[len(shared.words) :]) or list(words.words)
    whole = meanings(joined(resource))
    if meanings(Name(tuple(rest)))[: len(whole)] == whole and len(rest) > len(whole):
        del rest[: len(whole)]
    while len(rest) > 1 and _is_start(rest, resource):
        rest.pop(0)
    if starts_with_verb(Name(tuple(rest))):
        end = 2 if is_phrasal(rest[:2]) else 1
        return Name(tuple(rest[:end])), Name(tuple(rest[end:]))
    return Name(()), Name(tuple(rest))


def _is_start(rest: Sequence[str], resource: tuple[Name, ...]) -> bool:
    """Tell whether a word at the start is the resource's, and not what is done."""
    first, second = Name((rest[0],)), Name((rest[1],))
    if tells(rest[0], resource):
        return False
    return not starts_with_verb(first) or starts_with_verb(second)


def _without_phrase(thing: Name, resource: tuple[Name, ...]) -> Name:
    """Leave out the words of the resource where they stand together."""
    for phrase in (joined(resource), resource[-1]):
        start = _find(meanings(phrase), meanings(thing))
        if start is not None:
            end = start + len(phrase.words)
            return Name(thing.words[:start] + thing.words[end:])
    return thing


def _find(wanted: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    """Return where some words stand together in others, first."""
    for start in range(len(words) - len(wanted) + 1):
        if words[start : start + len(wanted)] == wanted:
            return start
    return None


def _owners(
    told: Name,
    thing: Name,
    segments: Sequence[Segment],
    resource: tuple[Name, ...],
) -> bool:
    """Tell whether what is left says whose things they are: `list_project`.

    That is so where it stood before the resource, in the path as well as here.
    """
    last = meanings(resource[-1])
    if not told or meanings(thing)[-len(last) :] != last:
        return False
    if thing.words[: len(told.words)] != told.words:
        return False
    statics = [meanings(each.words) for each in segments if not each.is_value]
    before = statics[: _index(statics, last)]
    return meanings(told) in before


def _index(statics: Sequence[tuple[str, ...]], last: tuple[str, ...]) -> int:
    return statics.index(last) if last in statics else len(statics)


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
    if verb.snake == "get" and words[-1:] and words[-1] in LISTS - path:
        return _LIST + _several(trimmed(Name(told.words[:-1])), segments)
    if verb.snake in GETTING and words == ("all",):
        return _LIST
    gets = verb.snake in {"get", "read"} and place.method == "get"
    if gets and _gets_several(told, thing, place, paths):
        return _LIST + told
    return trimmed(verb + told)


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
