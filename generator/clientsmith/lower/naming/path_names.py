"""Names by method and path, for operations whose `operationId` says no more."""

from __future__ import annotations

from collections.abc import Sequence

from clientsmith.ir import Name, name_of

from .paths import Paths, Segment
from .places import Candidate, Place
from .verbs import ACTS
from .words import (
    is_act,
    is_plural,
    joined,
    may_be_act,
    meanings,
    starts_with_verb,
    tells,
    without_ends,
)

ROOT = Name(("root",))
"""The resource of operations on `/` itself."""
API = Name(("api",))
"""The resource of what is done at the top of an API and to no thing in it."""
_MOST_LEVELS = 3
_ALL = Name(("all",))
_BY = Name(("by",))
_EDITS = frozenset({"delete", "patch", "put"})
_FOR = Name(("for",))
_LONGEST_SUMMARY = 3


def resource_by_path(place: Place, paths: Paths) -> tuple[Name, ...]:
    """Return the things that a path names, each inside of the one before it."""
    segments = paths.segments(place.path)
    statics = [index for index, each in enumerate(segments) if not each.is_value]
    if not statics:
        return (ROOT,)
    if len(statics) == 1 and _is_act_at_top(place, segments, paths):
        return (API,)
    first, *others = statics
    found = [segments[first].words]
    for index in others:
        if _is_thing(segments[: index + 1], paths) and len(found) < _MOST_LEVELS:
            found.append(segments[index].words)
    return tuple(found)


def _is_act_at_top(place: Place, segments: Sequence[Segment], paths: Paths) -> bool:
    """Tell whether a path is something to do: `POST /search`, `POST /sendMessage`."""
    if len(segments) > 1 or paths.operations_below(segments) > 1:
        return False
    name = segments[0].words
    same = name_of(place.operation_id or "").snake == name.snake
    return is_act(name) or (same and place.method == "post" and not is_plural(name))


def _is_thing(segments: Sequence[Segment], paths: Paths) -> bool:
    """Tell whether what a path ends in is a resource, and not a name in one."""
    if paths.operations_below(segments) > 1:
        return True
    return paths.is_namespace(segments[:-1]) and not is_act(segments[-1].words)


def names_by_path(
    place: Place, resource: tuple[Name, ...], paths: Paths
) -> list[Candidate]:
    """Return the names that a path gives, the shortest first.

    What stands before the resource in the path is whose things they are, what
    stands after it a part of one of them.
    """
    segments = paths.segments(place.path)
    before, after = _around(segments, resource)
    owners = joined([each.words for each in before if _told(each, resource)])
    act = _act(place, segments, after, resource, paths)
    if act is not None:
        after = after[:-1]
    parts = _parts(after, segments, place, paths, acts=act is not None)
    rest = without_ends(parts, resource)
    done = None if after else _done(resource, place, segments, paths)
    verb = act or done or verb_of(place, segments, paths)
    if act and rest and not starts_with_verb(act):
        verb, rest, parts = verb_of(place, segments, paths), rest + act, parts + act
    short = verb + rest
    values = [segment.words for segment in segments if segment.is_value]
    every = place.method in _EDITS and paths.has_items(segments)
    return [
        Candidate(short, bool(owners) + (rest != parts) + every),
        Candidate(short + _FOR + owners.singular if owners else short),
        Candidate(verb + parts),
        Candidate(short + _BY + values[-1] if values else short),
        Candidate(short + _ALL if every else short),
    ]


def _told(segment: Segment, resource: tuple[Name, ...]) -> bool:
    words = segment.words.words
    return not segment.is_value and any(tells(word, resource) for word in words)


def _around(
    segments: Sequence[Segment], resource: tuple[Name, ...]
) -> tuple[Sequence[Segment], Sequence[Segment]]:
    """Return what stands before the resource in a path, and what after it."""
    whole, last = meanings(joined(resource)), meanings(resource[-1])
    spelled = [
        index
        for index, segment in enumerate(segments)
        if meanings(segment.words) in {whole, last, ("".join(whole),)}
        and not segment.is_value
    ]
    said = [
        index
        for index, segment in enumerate(segments)
        if not segment.is_value and not _told(segment, resource)
    ]
    found = [*spelled[-1:], *said[-1:]]
    if not found:
        return (), segments
    end = found[0] if spelled else found[0] - 1
    return segments[: found[0]], segments[end + 1 :]


def _act(
    place: Place,
    segments: Sequence[Segment],
    after: Sequence[Segment],
    resource: tuple[Name, ...],
    paths: Paths,
) -> Name | None:
    """Return what a path says to do at its end: `cancel`, `search`, `me`."""
    if resource == (API,) and not place.tag:
        return segments[-1].words
    if not after or after[-1].is_value or paths.has_items(segments):
        return None
    name, methods = after[-1].words, paths.methods(segments)
    if is_act(name) and (methods <= {"get", "post"} or len(methods) == 1):
        return name
    inside = len(segments) > 1 and segments[-2].is_value
    return name if methods == {"post"} and inside and may_be_act(name) else None


def _done(
    resource: tuple[Name, ...], place: Place, segments: Sequence[Segment], paths: Paths
) -> Name | None:
    """Return what a resource does by its own name: `POST /multi-search` searches."""
    *others, last = resource[-1].words
    only = place.method == "post" and paths.methods(segments) == {"post"}
    return Name((last,)) if others and only and last.lower() in ACTS else None


def _parts(
    after: Sequence[Segment],
    segments: Sequence[Segment],
    place: Place,
    paths: Paths,
    *,
    acts: bool,
) -> Name:
    """Name the parts of a thing that a path goes down to, each but a list as one."""
    names: list[Name] = []
    lists = place.method == "get" and paths.is_collection(segments)
    lists &= place.lists is not False
    for index, each in enumerate(after):
        if each.is_value:
            continue
        is_last = index == len(after) - 1
        keeps = is_last and not acts and place.method != "post"
        one = keeps and (lists or not paths.has_items(segments))
        has_value = not is_last and after[index + 1].is_value
        names.append(
            each.words if one or not (has_value or is_last) else each.words.singular
        )
    return joined(names)


def verb_of(place: Place, segments: Sequence[Segment], paths: Paths) -> Name:
    """Say in one word what a method does to what a path names."""
    methods = paths.methods(segments)
    on_value = bool(segments) and segments[-1].is_value
    match place.method:
        case "get" if paths.is_collection(segments) and place.lists is not False:
            return Name(("list",))
        case "post":
            edits = on_value and not methods & {"put", "patch"}
            edits |= _is_single(segments, paths) and methods == {"get", "post"}
            return Name(("update",) if edits else ("create",))
        case "put" if "patch" in methods:
            return Name(("replace",))
        case "put" | "patch":
            return Name(("update",))
        case other:
            return name_of(other)


def _is_single(segments: Sequence[Segment], paths: Paths) -> bool:
    """Tell whether a path names a thing that there is one of."""
    return bool(segments) and not (
        segments[-1].is_value or paths.is_collection(segments)
    )


def name_by_summary(place: Place, resource: tuple[Name, ...]) -> Name | None:
    """Read a short summary as a name: `Restore file` is `files.restore`."""
    words = name_of(place.summary.partition("\n")[0])
    if not starts_with_verb(words):
        return None
    verb, *others = words.lower.words
    if verb == "list" and others[:1] == ["all"]:
        others.pop(0)
    told = without_ends(Name(tuple(others)), resource)
    name = Name((verb, *told.words))
    return name if len(name.words) <= _LONGEST_SUMMARY else None
