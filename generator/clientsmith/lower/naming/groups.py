"""Which resource a tag is: one for all of its operations.

https://spec.openapis.org/oas/v3.1.1.html#tag-object
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from clientsmith.ir import Name, name_of

from .paths import Paths, Segment
from .places import Place
from .words import is_plural, joined, meaning, meanings, shared_start, starts_with_verb

Resource: TypeAlias = tuple[Name, ...]

_ASIDE = re.compile(r"\s*\([^)]*\)")
_DOTTED = re.compile(r"[\w-]+(\.[\w-]*[A-Za-z][\w-]*)+")
_EMPTY_ENDS = frozenset({"api", "apis", "controller"})
_EXTENSION = re.compile(r"\.(json|xml|ya?ml)$", re.IGNORECASE)
_FEWEST_ALIKE = 3
"""Tags that have to say a word before it says nothing."""
_LONGEST_ACRONYM = 6
_MOST_LEVELS = 3


def groups_of(places: Sequence[Place], paths: Paths) -> dict[str, Resource]:
    """Say which resource each tag is, as most of the paths of its operations say."""
    tagged: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.tag and name_of(place.tag):
            tagged[place.tag].append(place)
    every = sorted({tag for one in places for tag in (*one.above, one.tag) if tag})
    levels = _levels(every)
    found: dict[str, Resource] = {}
    for tag, those in tagged.items():
        first, *below = (*those[0].above, tag)
        path = _whole(_spelled(levels[first], those, paths), those, paths)
        found.setdefault(first, path)
        for one in below:
            path = nested(path, levels[one])
            found.setdefault(one, path)
        found[tag] = path
    return found


def nested(path: Resource, below: Sequence[Name]) -> Resource:
    """Go down the tags that others hold, without repeating their words."""
    for tag in below:
        path = (*path, tag.without(joined(path)) or tag)
    return path


def _levels(tags: Sequence[str]) -> Mapping[str, Resource]:
    """Split tags into words, without those that tell none from another."""
    whole = {tag: _split(tag) for tag in tags}
    plain = {tag: _split(_ASIDE.sub("", tag)) or whole[tag] for tag in tags}
    parts = _apart(whole, plain)
    parts = _apart(parts, {tag: _without_end(each) for tag, each in parts.items()})
    return _apart(parts, _without_shared(parts))


def _split(tag: str) -> Resource:
    """Split `admin.users` into two levels, and any other tag into words."""
    texts = tag.split(".") if _DOTTED.fullmatch(tag) else [tag]
    return tuple(filter(None, map(name_of, texts)))


def _apart(
    before: Mapping[str, Resource], after: Mapping[str, Resource]
) -> Mapping[str, Resource]:
    """Take what is shorter where it still tells all tags apart."""
    taken = Counter(map(_letters, after.values()))
    return {
        tag: after[tag] if after[tag] and taken[_letters(after[tag])] == 1 else parts
        for tag, parts in before.items()
    }


def _letters(parts: Resource) -> str:
    return joined(parts).singular.snake


def _without_end(parts: Resource) -> Resource:
    """Leave out that something is an API."""
    if len(parts) != 1 or len(parts[0].words) == 1:
        return parts
    *words, last = parts[0].words
    return (Name(tuple(words)),) if last.lower() in _EMPTY_ENDS else parts


def _without_shared(parts: Mapping[str, Resource]) -> Mapping[str, Resource]:
    """Leave out the words that all tags begin with."""
    if len(parts) < _FEWEST_ALIKE or any(len(each) != 1 for each in parts.values()):
        return parts
    length = len(shared_start(each[0] for each in parts.values()).words)
    return {tag: (Name(each[0].words[length:]),) for tag, each in parts.items()}


def _spelled(parts: Resource, places: Sequence[Place], paths: Paths) -> Resource:
    """Spell a tag as most of its paths do, if they say the same words."""
    said = [_said(parts, paths.segments(one.path)) for one in places]
    counts = Counter(one for one in said if one)
    own = _letters_exactly(parts)
    if not counts:
        return parts
    best = min(
        counts,
        key=lambda one: (
            _letters_exactly(one) != own,
            -counts[one],
            -len(one),
            _sortable(one),
        ),
    )
    few = counts.total() * 2 < len(places) and _letters_exactly(best) != own
    fewer = len(best) == 1 and is_plural(joined(parts)) and not is_plural(best[0])
    return parts if few or fewer else best


def _whole(parts: Resource, places: Sequence[Place], paths: Paths) -> Resource:
    """Return where a tag is by the identifiers of all its operations.

    `ListUsageRecordDaily` of `daily` says all of `/Usage/Records/Daily`.
    """
    said = {_identified(parts, one, paths.segments(one.path)) for one in places}
    return said.pop() or parts if len(said) == 1 else parts


def _identified(
    parts: Resource, place: Place, segments: Sequence[Segment]
) -> Resource | None:
    """Return the segments down to a tag that an identifier says after its verb."""
    words = name_of(place.operation_id or "")
    statics = [each.words for each in segments if not each.is_value]
    own = _letters_exactly(parts)
    ends = [index for index, each in enumerate(statics, 1) if each.snake == own]
    if not ends or not starts_with_verb(words):
        return None
    for start in range(max(0, ends[0] - _MOST_LEVELS), ends[0] - 1):
        run = tuple(statics[start : ends[0]])
        said = meanings(joined(run))
        if meanings(words)[1 : 1 + len(said)] == said:
            return run
    return None


def _letters_exactly(parts: Resource) -> str:
    return joined(parts).snake


def _sortable(resource: Resource) -> tuple[tuple[str, ...], ...]:
    return tuple(name.words for name in resource)


def _said(parts: Resource, segments: Sequence[Segment]) -> Resource | None:
    """Return the segments that follow each other and say what a tag says."""
    wanted = [meanings(part) for part in parts]
    statics = [segment.words for segment in segments if not segment.is_value]
    for start in range(len(statics)):
        for end in range(start + 1, len(statics) + 1):
            run = tuple(statics[start:end])
            if _says(run, wanted):
                return _levelled(run, parts)
    return None


def _says(run: Resource, wanted: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether segments say the words of a tag, in full or by their initials."""
    words = tuple(word for part in wanted for word in part)
    if meanings(joined(run)) == words:
        return True
    if len(run) == 1 and meaning("".join(run[0].lower.words)) == "".join(words):
        return True
    initials = "".join(word[:1] for word in words)
    short = len(run) == 1 and 1 < len(initials) <= _LONGEST_ACRONYM
    return short and run[0].snake == initials


def _levelled(run: Resource, parts: Resource) -> Resource:
    """Keep the levels of a tag that has more of them than the path."""
    glued = len(run) == 1 and len(run[0].words) < len(joined(parts).words)
    acronym = glued and len(run[0].snake) <= _LONGEST_ACRONYM
    return parts if len(run) < len(parts) or (glued and not acronym) else run


def namespace_of(identifier: str) -> tuple[Resource, str]:
    """Split `v1.message.poller.seek` into where it is, and what it is called there."""
    *spaces, last = re.split(r"[./]", _EXTENSION.sub("", identifier))
    if not last or any(not name_of(space) for space in spaces):
        return (), identifier
    found = [name_of(space) for space in spaces if not _is_version(space)]
    return tuple(found), last


def _is_version(text: str) -> bool:
    return re.fullmatch(r"v[0-9]+\w*", text) is not None


def agrees(space: Resource, tagged: Resource) -> bool:
    """Tell whether an `operationId` says where it is in the words of its tag."""
    return bool({*meanings(joined(space))} & {*meanings(joined(tagged))})


def below(space: Resource, tagged: Resource, segments: Sequence[Segment]) -> Resource:
    """Return where a tag is that says a part before its whole, inside of a namespace.

    `Receiving Emails` in `emails` are `/emails/receiving`.
    """
    said = meanings(joined(tagged))
    for whole, part in pairwise(segments):
        in_space = meanings(whole.words) == meanings(space[-1])
        if in_space and meanings(part.words) + meanings(whole.words) == said:
            return (*space, part.words)
    return space


def united(resources: Sequence[Resource]) -> list[Resource]:
    """Spell alike what reads alike: `Models` is `models`.

    Of two spellings, the one with more levels is taken, then the first by letters.
    """
    levels: dict[str, Resource] = {}
    for resource in sorted({*resources}, key=lambda one: (-len(one), _sortable(one))):
        levels.setdefault(_key(resource), resource)
    names: dict[str, Name] = {}
    for resource in sorted(levels.values(), key=_sortable):
        for depth, name in enumerate(resource, 1):
            names.setdefault(_key(resource[:depth]), name)
    return [
        tuple(
            names[_key(levels[_key(resource)][:depth])]
            for depth in range(1, len(levels[_key(resource)]) + 1)
        )
        for resource in resources
    ]


def _key(resource: Resource) -> str:
    return "_".join(name.snake for name in resource)


def shared_words(identifiers: Sequence[Name]) -> Name:
    """Return the words that all operations of a resource begin with, but no verb."""
    shared = shared_start(identifiers)
    many = len(identifiers) >= _FEWEST_ALIKE
    return shared if many and not starts_with_verb(shared) else Name(())
