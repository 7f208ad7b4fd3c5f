"""A resource for each operation, and a name that no other of that resource has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from clientsmith.ir import Name, name_of

from .climbing import distinct, settled
from .groups import (
    Resource,
    agrees,
    below,
    groups_of,
    namespace_of,
    shared_words,
    united,
)
from .http_verbs import methods_as_verbs, said_otherwise
from .identifier_names import names_by_identifier
from .identifiers import (
    spells_path,
    spells_whole_path,
    text_of,
    vocabulary_of,
    without_numbers,
    words_of,
)
from .path_names import name_by_summary, names_by_path, resource_by_path
from .paths import Paths
from .places import Called, Candidate, Place
from .words import joined

_EDITS = frozenset({"delete", "patch", "put"})


class Naming(Struct, frozen=True):
    """How all operations are called."""

    called: list[Called]
    groups: Mapping[str, Resource]
    """Which resource each tag is."""


class _Read(Struct, frozen=True):
    """An operation, with what its `operationId` says."""

    place: Place
    space: Resource
    words: Name


def name_operations(places: Sequence[Place]) -> Naming:
    """Give each operation a resource, and a name no other of that resource has.

    Of the names an operation could have, the shortest is taken that nobody else has
    a claim to, so that the order of the document does not matter.
    """
    paths = Paths((place.method, place.path) for place in places)
    groups = groups_of(places, paths)
    read = _read(places, paths)
    spaced = sum(bool(one.space) for one in read) * 2 > len(read)
    found = [_resource(one, groups, paths, spaced=spaced) for one in read]
    resources = united(found)
    names = _names(read, resources, paths)
    nouns = _nouns(resources)
    spelled = dict(zip(found, resources, strict=True))
    return Naming(
        [
            Called(resource, each[0], noun, tuple(each[1:]), given=_is_given(place))
            for place, resource, each, noun in zip(
                places, resources, names, nouns, strict=True
            )
        ],
        {tag: spelled.get(group, group) for tag, group in groups.items()},
    )


def _is_given(place: Place) -> bool:
    return bool(place.override or place.name)


def _read(places: Sequence[Place], paths: Paths) -> list[_Read]:
    """Read the identifiers of all operations."""
    texts = without_numbers([text_of(place) for place in places])
    vocabulary = vocabulary_of(places, paths)
    found: list[_Read] = []
    for place, text in zip(places, texts, strict=True):
        space, last = namespace_of(text) if text else ((), "")
        words = words_of(last, vocabulary) if last else Name(())
        found.append(_Read(place, space, words))
    return found


def _resource(
    one: _Read, groups: Mapping[str, Resource], paths: Paths, *, spaced: bool
) -> Resource:
    """Say where an operation is; `spaced` says that most identifiers tell it."""
    place = one.place
    if place.override:
        return place.override
    if place.wish.resource:
        return place.wish.resource
    tagged = groups.get(place.tag or "")
    if one.space and (spaced or not tagged or agrees(one.space, tagged)):
        same = tagged and joined(one.space).singular == joined(tagged).singular
        if tagged and same:
            return tagged
        segments = paths.segments(place.path)
        return below(one.space, tagged, segments) if tagged else one.space
    return tagged or resource_by_path(place, paths)


def _names(
    read: Sequence[_Read], resources: Sequence[Resource], paths: Paths
) -> list[list[Name]]:
    """List the names of each operation that it may still have, the best first."""
    http = methods_as_verbs([(one.place.method, one.words) for one in read])
    shared = _shared_wordss(read, resources)
    candidates = [
        _candidates(one, resource, shared[resource], paths, http=http)
        for one, resource in zip(read, resources, strict=True)
    ]
    return [[each.name for each in one] for one in settled(candidates, resources)]


def _shared_wordss(
    read: Sequence[_Read], resources: Sequence[Resource]
) -> dict[Resource, Name]:
    """Say what all operations of a resource begin with, if that is no verb."""
    words: defaultdict[Resource, list[Name]] = defaultdict(list)
    for one, resource in zip(read, resources, strict=True):
        words[resource].append(one.words)
    return {resource: shared_words(each) for resource, each in words.items()}


def _candidates(
    one: _Read, resource: Resource, shared: Name, paths: Paths, *, http: frozenset[str]
) -> list[Candidate]:
    place = one.place
    if place.name:
        return [Candidate(place.name)]
    by_path = names_by_path(place, resource, paths)
    ranked = [Candidate(place.wish.name, -1)] if place.wish.name else []
    words = [Candidate(one.words)]
    if _says_path(one, paths):
        ranked += _by_path(place, resource, by_path[:1])
        ranked += words if place.method in _EDITS else []
        ranked += by_path[1:]
    else:
        told = names_by_identifier(place, one.words, resource, shared, paths)
        speaking = place.method in http
        said = said_otherwise(place, told, by_path[0].name, paths, speaking=speaking)
        ranked += [*_instead_of_method(place, said, resource), *said]
        ranked += [*told, *words, *by_path] if told else [*by_path, *words]
    return distinct([*ranked, *_whole(one)])


def _says_path(one: _Read, paths: Paths) -> bool:
    """Tell whether an `operationId` says nothing that the path does not."""
    place = one.place
    if not one.words or one.space:
        return not one.words
    segments = paths.segments(place.path)
    spelled = spells_path(one.words, place, segments)
    return spelled or spells_whole_path(one.words, place)


def _whole(one: _Read) -> list[Candidate]:
    """Return the names that are left to what nothing else tells apart."""
    place = one.place
    path = joined([name_of(part) for part in place.path.split("/")])
    names = [one.words + path] if one.words else []
    return [
        Candidate(name, unread=True) for name in (*names, name_of(place.method) + path)
    ]


def _by_path(
    place: Place, resource: Resource, by_path: Sequence[Candidate]
) -> list[Candidate]:
    """Prefer what the summary says to more words, and to vague verbs."""
    told = name_by_summary(place, resource)
    if told is None:
        return [*by_path]
    short = by_path[0].name
    fewer = len(told.words) < len(short.words)
    on_one = place.path.rstrip("/").endswith("}") and place.method == "post"
    vague = short.snake == "update" or (short.snake == "create" and on_one)
    other = vague and len(told.words) == 1
    return [Candidate(told), *by_path] if fewer or other else [*by_path]


def _instead_of_method(
    place: Place, said: Sequence[Candidate], resource: Resource
) -> list[Candidate]:
    """Prefer what the summary says to a method of HTTP that stands alone."""
    alone = said[:1] and said[0].name.snake == place.method == "post"
    told = name_by_summary(place, resource) if alone else None
    return [Candidate(told)] if told else []


def _nouns(resources: Sequence[Resource]) -> list[Name]:
    """Name one of what each resource holds; `registry` and `registries` stay apart."""
    plurals = [joined(one) for one in resources]
    singulars = [joined([level.singular for level in one]) for one in resources]
    held: defaultdict[str, set[str]] = defaultdict(set)
    for plural, singular in zip(plurals, singulars, strict=True):
        held[singular.snake].add(plural.snake)
    return [
        plural if len(held[singular.snake]) > 1 else singular
        for plural, singular in zip(plurals, singulars, strict=True)
    ]
