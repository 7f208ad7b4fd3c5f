"""Which resource an operation belongs to, and what it is called there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from clientsmith.ir import Name, name_of

_VERSION = r"v[0-9]+([._-]?[0-9]+|(alpha|beta|rc)[0-9]*)*"
_PREFIX = re.compile(rf"api|rest|{_VERSION}", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{[^}]*\}")
_TEMPLATE_AT_END = re.compile(r"/\{[^/]*\}$")
_ON_COLLECTION = {"get": "list", "post": "create", "put": "replace", "patch": "update"}
_ON_ITEM = {"get": "get", "post": "create", "put": "replace", "patch": "update"}


class Place(Struct, frozen=True):
    """What the naming rules look at in one operation."""

    method: str
    path: str
    operation_id: str | None
    tag: str | None
    above: tuple[str, ...] = ()
    """The tags that hold the tag, the outermost first."""
    has_items: bool = False
    """Whether the path with one more parameter is a path too: a collection."""
    override: tuple[Name, ...] | None = None
    """The resource, where the document sets it with `x-clientsmith-resource`."""
    name: Name | None = None
    """The method name, where the document sets it with `x-clientsmith-name`."""


class Called(Struct, frozen=True):
    """Where an operation is found in the client: `resource.name`."""

    resource: tuple[Name, ...]
    name: Name
    noun: Name
    longer: tuple[Name, ...] = ()
    given: bool = False
    """Whether somebody has set it."""


_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "the",
        "this",
        "to",
    },
)
_PHRASAL = frozenset({"check", "clock", "log", "opt", "plug", "power", "sign", "turn"})
"""Verbs that mean something else without their `in` or `on`."""
_ONE = frozenset({"analytics", "preferences", "settings", "statistics", "stats"})
"""Plural words of things that there is one of."""
_ROOT = Name(("root",))
"""The resource of operations on `/` itself."""


def name_operations(places: Sequence[Place]) -> list[Called]:
    """Give each operation a resource, and a name no other of that resource has.

    Of the names an operation could have, the shortest that none of its siblings
    could have too is taken, so that the order of the document does not matter.
    """
    things = _things(places)
    resources = _united([_resource(place, things) for place in places])
    nouns = _nouns(resources)
    chosen = [
        _candidates(place, resource)
        for place, resource in zip(places, resources, strict=True)
    ]
    for _ in range(max((len(names) for names in chosen), default=0)):
        taken = Counter(
            (resource, names[0].snake)
            for resource, names in zip(resources, chosen, strict=True)
        )
        chosen = [
            names[1:] if taken[resource, names[0].snake] > 1 and names[1:] else names
            for resource, names in zip(resources, chosen, strict=True)
        ]
    return [
        Called(
            resource,
            names[0],
            noun,
            tuple(names[1:]),
            given=bool(place.override or place.name),
        )
        for place, resource, names, noun in zip(
            places, resources, chosen, nouns, strict=True
        )
    ]


def _united(resources: list[tuple[Name, ...]]) -> list[tuple[Name, ...]]:
    """Spell alike what reads alike: `Models` is `models`.

    Of two spellings, the one with more levels is taken, then the first by letters.
    """
    levels: dict[str, tuple[Name, ...]] = {}
    for resource in sorted(resources, key=lambda one: (-len(one), _letters(one))):
        levels.setdefault(_key(resource), resource)
    names: dict[str, Name] = {}
    for resource in sorted(levels.values(), key=_letters):
        for depth, name in enumerate(resource, 1):
            names.setdefault(_key(resource[:depth]), name)
    return [
        tuple(
            names[_key(levels[_key(resource)][:depth])]
            for depth in range(1, len(levels[_key(resource)]) + 1)
        )
        for resource in resources
    ]


def _key(resource: tuple[Name, ...]) -> str:
    return "_".join(name.snake for name in resource)


def _letters(resource: tuple[Name, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(name.words for name in resource)


def _nouns(resources: list[tuple[Name, ...]]) -> list[Name]:
    """Name one of what each resource holds; `registry` and `registries` stay apart."""
    plurals = [Name(tuple(w for part in one for w in part.words)) for one in resources]
    held: defaultdict[str, set[str]] = defaultdict(set)
    for plural in plurals:
        held[plural.singular.snake].add(plural.snake)
    return [
        plural if len(held[plural.singular.snake]) > 1 else plural.singular
        for plural in plurals
    ]


def static_segments(path: str) -> list[str]:
    """List the segments of a path that are the same in every request.

    Prefixes that name the API or its version are left out.
    """
    segments = [segment for segment in path.split("/") if segment]
    while segments and _PREFIX.fullmatch(segments[0]):
        segments.pop(0)
    return [segment for segment in segments if not _TEMPLATE.search(segment)]


def _things(places: Sequence[Place]) -> frozenset[str]:
    """List the paths that are more than posted to: they name things, not acts."""
    gotten = {place.path for place in places if place.method != "post"}
    return frozenset(gotten | {_TEMPLATE_AT_END.sub("", path) for path in gotten})


def _resource(place: Place, things: frozenset[str]) -> tuple[Name, ...]:
    if place.override:
        return place.override
    statics = [name_of(segment) for segment in static_segments(place.path)]
    statics = [name for name in statics if name]
    if place.tag and name_of(place.tag):
        first, *below = [name_of(tag) for tag in (*place.above, place.tag)]
        return nested(_tagged(first, statics), below)
    if len(statics) > 1 and _is_verb(statics[-1], place, things):
        statics.pop()
    return tuple(statics[:2]) or (_ROOT,)


def _tagged(tag: Name, statics: list[Name]) -> tuple[Name, ...]:
    """Spell a tag as the path does where both say the same words."""
    for length in range(len(statics), 0, -1):
        joined = Name(tuple(word for part in statics[:length] for word in part.words))
        if joined.singular.snake == tag.singular.snake:
            return tuple(statics[:length])
    return (tag,)


def nested(path: tuple[Name, ...], below: Sequence[Name]) -> tuple[Name, ...]:
    """Go down the tags that others hold, without repeating their words."""
    for tag in below:
        said = Name(tuple(word for part in path for word in part.words))
        path = (*path, tag.without(said) or tag)
    return path


def _is_verb(segment: Name, place: Place, things: frozenset[str]) -> bool:
    if place.operation_id is None:
        posted_only = place.method == "post" and place.path not in things
        return posted_only and "}/" in place.path
    words = _operation_words(place)
    return words.snake.startswith(segment.snake)


def _operation_words(place: Place) -> Name:
    """Read an `operationId`, without the path and method that FastAPI appends."""
    identifier = place.operation_id or ""
    appended = re.sub(r"\W", "_", f"{place.path}_{place.method}")
    return name_of(identifier.removesuffix(appended) or identifier)


def _candidates(place: Place, resource: tuple[Name, ...]) -> list[Name]:
    if place.name:
        return [place.name]
    words = _operation_words(place)
    rest = words
    for part in resource:
        rest = rest.without(part)
    rest = _trimmed(rest)
    by_path = _from_path(place, resource)
    if rest.snake == "get" and _is_collection(place) and _names_several(words, place):
        rest = Name(("list",))
    suffix = Name(tuple(w for s in place.path.split("/") for w in name_of(s).words))
    whole = Name((*name_of(place.method).words, *suffix.words))
    ranked = (rest, words, by_path) if rest else (by_path, words)
    return [name for name in (*ranked, words + suffix, whole) if name]


def _trimmed(name: Name) -> Name:
    """Leave out the small words at the ends that the removed ones leave behind."""
    words = list(name.words)
    while words and words[-1].lower() in _SMALL and not _is_phrasal(words):
        words.pop()
    while words and words[0].lower() in _SMALL:
        words.pop(0)
    return Name(tuple(words))


def _is_phrasal(words: list[str]) -> bool:
    """Tell whether words end as `power on` and `log in` do."""
    verb, particle = ["", *map(str.lower, words)][-2:]
    return verb in _PHRASAL and particle in {"in", "on"}


def _is_collection(place: Place) -> bool:
    """Tell whether a path names things in the plural, or goes on with one of them."""
    last = name_of(place.path.rstrip("/").rsplit("/", 1)[-1])
    is_item = place.path.rstrip("/").endswith("}")
    is_plural = last != last.singular and last.snake not in _ONE
    return not is_item and (place.has_items or is_plural)


def _names_several(words: Name, place: Place) -> bool:
    """Tell whether an `operationId` gets things in the plural: `getPets`, not `getPet`.

    Words that have no other plural are one if the path calls the collection so.
    """
    verb, *others = words.words
    things = Name(tuple(others)).lower.words
    last = name_of(place.path.rstrip("/").rsplit("/", 1)[-1]).lower.words[-1:]
    plural = any(Name((word,)).singular != Name((word,)) for word in things)
    return verb.lower() == "get" and (plural or {*last} <= {*things})


def _from_path(place: Place, resource: tuple[Name, ...]) -> Name:
    on_item = place.path.rstrip("/").endswith("}")
    verbs = _ON_ITEM if on_item else _ON_COLLECTION
    verb = verbs.get(place.method, place.method)
    if verb == "list" and not _is_collection(place):
        verb = "get"
    statics = [name_of(segment) for segment in static_segments(place.path)]
    rest = [name for name in statics if name not in resource]
    if rest and place.method == "post" and not on_item:
        return rest[-1]
    more = (word for name in rest for word in name.words)
    return Name((*name_of(verb).words, *more))
