"""What an `operationId` does something to, without what its resource says of it.

The words of a resource are left out where they begin what it is done to, and where
they end it with nothing but a quality before them: `create_full_snapshot`. What else
stands before them says which ones they are, and is no object of its own: what is left
of `create_api_key` is all of it, `keys.create`, or none, `indexes.create_field_index`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from clientsmith.ir import Name

from .paths import Segment
from .verbs import HOW, LISTS, METHODS, VERBS
from .words import (
    SMALL,
    is_plural,
    is_quality,
    joined,
    meanings,
    starts_with_verb,
    without_end,
    without_ends,
    without_start,
)

_FOR = Name(("for",))
_OR = "or"


class Told(Struct, frozen=True):
    """What may be said of an object, and how much that leaves out."""

    name: Name
    loss: int = 0


def objects(
    verb: Name, thing: Name, resource: tuple[Name, ...], segments: Sequence[Segment]
) -> list[Told]:
    """Return what may be said of what an operation is done to, the shortest first."""
    cut = _cut(thing, resource)
    if cut is None:
        return _shortened(thing, resource)
    before, after = cut
    whole = [Told(without_start(thing, resource)), Told(thing)]
    is_object = not after or after.words[0].lower() in SMALL | LISTS
    if before and before.words[-1].lower() in SMALL:
        return _shortened(before + after, resource) if is_object else whole
    if verb and not (before or is_object) and _is_apposed(thing, after, segments):
        return [Told(Name(()), 1), Told(thing)]
    owns = _owns(before, resource, segments)
    if not before or _stands_alone(before, verb, owns=owns):
        return _shortened(before + after, resource)
    if not is_object:
        return [Told(after, 2), *whole] if owns and not _acts(after) else whole
    if owns:
        short = without_end(_quality(before) + after, resource)
        owners = [Told(short, 2), Told(_FOR + before + after)]
        return [*owners, *whole] if verb else []
    rest = _unqualified(before, segments)
    if rest is None:
        return whole
    return [Told(without_end(rest + after, resource), 1), *whole]


def _is_apposed(thing: Name, after: Name, segments: Sequence[Segment]) -> bool:
    """Tell whether the resource is the object though words follow: `save_albums_user`.

    In English a plural is no part of what follows it, as `password` has a `user`; the
    path would say what the resource has.
    """
    if HOW & {*after.lower.words}:
        return False
    head = Name(thing.words[: -len(after.words)])
    path = {word for each in segments for word in _said(each)}
    return path.isdisjoint(meanings(after)) and not _acts(after) and is_plural(head)


def _acts(name: Name) -> bool:
    """Tell whether a name would be taken for something that is done: `set_draft`."""
    return starts_with_verb(name)


def _shortened(name: Name, resource: tuple[Name, ...]) -> list[Told]:
    told = without_ends(name, resource)
    return [Told(told, int(told != name)), Told(name)]


def _unqualified(before: Name, segments: Sequence[Segment]) -> Name | None:
    """Leave out which things they are, where the path knows no others."""
    path = {word for each in segments if not each.is_value for word in _said(each)}
    if path & {*meanings(_others(before))} or SMALL & {*before.lower.words}:
        return None
    return Name(tuple(word for word in before.words if is_quality(word)))


def _quality(before: Name) -> Name:
    """Return the qualities at the end, which are those of the thing."""
    rest = [*takewhile(is_quality, reversed(before.words))]
    return Name(tuple(reversed(rest)))


def _said(segment: Segment) -> tuple[str, ...]:
    return meanings(segment.words)


def _others(before: Name) -> Name:
    return Name(tuple(word for word in before.words if not is_quality(word)))


def _cut(thing: Name, resource: tuple[Name, ...]) -> tuple[Name, Name] | None:
    """Return what stands around the words of the resource."""
    words = meanings(thing)
    for phrase in (joined(resource), resource[-1]):
        start = _find(meanings(phrase), words)
        if start is not None:
            end = start + len(phrase.words)
            return Name(thing.words[:start]), Name(thing.words[end:])
    return None


def _find(wanted: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    """Return where some words stand together in others, first."""
    for start in range(len(words) - len(wanted) + 1):
        if words[start : start + len(wanted)] == wanted:
            return start
    return None


def _stands_alone(before: Name, verb: Name, *, owns: bool) -> bool:
    """Tell whether words need no object after them.

    That is a quality, `list_active`, or itself something that is done, `bulk_create`;
    where there is no verb that we know, a single word is one that we do not know.
    """
    others = _others(before).lower.words
    if not others:
        return True
    acts = others[-1] in VERBS
    if verb.snake in {"", *METHODS}:
        return acts or not (verb or others[1:] or owns)
    return acts and _OR in others


def _owns(
    before: Name, resource: tuple[Name, ...], segments: Sequence[Segment]
) -> bool:
    """Tell whether words say whose things they are, as the path does."""
    last = meanings(resource[-1])
    statics = [_said(each) for each in segments if not each.is_value]
    ends = [index for index, said in enumerate(statics) if {*last} <= {*said}]
    above = statics[: ends[0] if ends else -1]
    said = {*meanings(_others(before))}
    return bool(said) and said <= {word for each in above for word in each}
