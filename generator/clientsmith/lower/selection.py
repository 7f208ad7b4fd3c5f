"""What tells the variants of a union apart, decided when a package is generated.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from openapi_pydantic.v3.v3_1 import Discriminator, Schema

from clientsmith.ir import UNTAGGED, ByOrder, ByProperty, ByShape, ByTag, Selection

from .branches import Branch
from .context import Context
from .discriminators import Tags, explicit_tags, inherited_tags
from .limited import limited

_CALLED_TAGS = frozenset({"event", "kind", "object", "type"})


def tags_of(
    context: Context,
    discriminator: Discriminator | None,
    branches: list[Branch],
) -> Tags | None:
    """Return the tags of the variants: given, found, or of those that are objects.

    An empty text is none: it is what is not known.

    Beside texts and arrays, objects are told apart as they are without them. What may
    be an object or not, such as another union, would hide behind an unknown tag.
    """
    found = _tags(context, discriminator, branches)
    objects = [branch for branch in branches if branch.is_object]
    mixed = objects[1:] and objects != branches
    if found or not mixed or any(branch.kind is None for branch in branches):
        return found
    among = _tags(context, discriminator, objects)
    if among is None:
        return None
    own = iter(among.values)
    values = tuple(next(own) if each.is_object else () for each in branches)
    return Tags(among.property, values)


def _tags(
    context: Context,
    discriminator: Discriminator | None,
    branches: list[Branch],
) -> Tags | None:
    found = (
        explicit_tags(context, discriminator, branches)
        or _inferred_tags(context, branches)
        or inherited_tags(context, branches)
    )
    return found if found and all(map(all, found.values)) else None


def _inferred_tags(context: Context, branches: list[Branch]) -> Tags | None:
    """Find a property that every variant requires with values of its own."""
    if not branches[1:]:
        return None
    constants = [_constants(context, branch.shape) for branch in branches]
    for key in sorted(constants[0], key=_unlike_a_tag):
        tags = Tags(key, tuple(known.get(key, ()) for known in constants))
        if all(tags.values) and tags.are_distinct():
            return tags
    return None


def loose_tags(context: Context, branches: list[Branch]) -> Tags | None:
    """Find a property that tells most of the objects apart, where nothing tells all.

    It may be absent. What is called a tag may share some of its values, too.
    """
    objects = [branch for branch in branches if branch.is_object]
    if not objects[1:] or any(branch.kind is None for branch in branches):
        return None
    listed = [limited(context, branch.shape) for branch in objects]
    for key in sorted(listed[0], key=_unlike_a_tag):
        values = tuple(known.get(key, ()) for known in listed)
        if all(values) and _tells(key, values):
            own = iter(values)
            every = tuple(next(own) if each.is_object else () for each in branches)
            return Tags(key, every, loose=True)
    return None


def _tells(key: str, values: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether some value is not what all have, and none what two have."""
    words = [value for own in values for value in own if value != UNTAGGED]
    return _distinct(words) or (
        key in _CALLED_TAGS and any(set(own) != set(values[0]) for own in values)
    )


def _distinct(values: Collection[object]) -> bool:
    return len(set(values)) == len(values)


def _unlike_a_tag(key: str) -> tuple[bool, str]:
    return key not in _CALLED_TAGS, key


def _constants(context: Context, schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the strings that each required property is limited to."""
    found = limited(context, schema)
    return {key: values for key, values in found.items() if UNTAGGED not in values}


def selection(tags: Tags | None, branches: list[Branch]) -> Selection:
    """Return the first of the ways to tell variants apart that works for these.

    Objects that have tags among others count as one of a kind.
    """
    if tags is not None and all(tags.values):
        return ByTag(tags.property)
    objects = [branch for branch in branches if branch.is_object]
    others = [branch.kind for branch in branches if not branch.is_object]
    if None in others or not _distinct(others):
        return ByOrder()
    if not objects[1:] or tags is not None:
        return ByShape()
    own = _own_properties(objects)
    return ByProperty(own) if own.count("") <= 1 else ByOrder()


def _own_properties(objects: list[Branch]) -> tuple[str, ...]:
    """Return for each variant a property that only it has, and requires."""
    counts = Counter(key for branch in objects for key in _keys(branch))
    own = [
        [key for key in branch.shape.required or () if counts[key] == 1]
        for branch in objects
    ]
    return tuple(min(keys, default="") for keys in own)


def _keys(branch: Branch) -> frozenset[str]:
    return frozenset({*(branch.shape.properties or ()), *(branch.shape.required or ())})
