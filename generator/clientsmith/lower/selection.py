"""What tells the variants of a union apart, decided when a package is generated.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from openapi_pydantic.v3.v3_1 import Discriminator, Schema
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference

from clientsmith.ir import (
    UNTAGGED,
    ByOrder,
    ByProperty,
    ByShape,
    ByTag,
    Selection,
    tag_of,
)
from clientsmith.pointer import Pointer

from .all_of import merge, parts
from .branches import Branch
from .components import settle
from .context import Context, SchemaLike, combined
from .kinds import values_of


class Tags(Struct, frozen=True):
    """A property, and the values of it that each variant has; texts have none."""

    property: str
    values: tuple[tuple[str, ...], ...]
    loose: bool = False
    """Whether the property may be absent, or several variants have a value of it."""


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
        or inferred_tags(context, branches)
        or inherited_tags(context, branches)
    )
    return found if found and all(map(all, found.values)) else None


def explicit_tags(
    context: Context,
    discriminator: Discriminator | None,
    branches: list[Branch],
) -> Tags | None:
    """Read the tags that a `discriminator` gives, by mapping or by schema name."""
    if discriminator is None or not branches:
        return None
    if not all(branch.is_object for branch in branches):
        return None
    targets = [reference_of(context, branch.node) for branch in branches]
    shapes = [branch.shape for branch in branches]
    values = tags_for(context, discriminator, list(zip(targets, shapes, strict=True)))
    return Tags(discriminator.propertyName, values) if all(values) else None


def tags_for(
    context: Context,
    discriminator: Discriminator,
    objects: list[tuple[Pointer | None, Schema]],
) -> tuple[tuple[str, ...], ...]:
    """List the tags of objects: by the mapping, by their constants, by their names.

    What several list, since it is a parent's, tells nothing: then a name that is among
    it counts, and what a mapping has means nothing else.
    """
    key = discriminator.propertyName
    found = [
        (target, _mapped(context, discriminator, target), _tags_in(context, shape, key))
        for target, shape in objects
    ]
    listed = Counter(value for _, _, own in found for value in own)
    taken = {value for _, mapped, _ in found for value in mapped}
    left = [
        (target, mapped, tuple(value for value in own if value not in taken))
        for target, mapped, own in found
    ]
    return tuple(
        mapped or _implied(target, own, any(listed[each] > 1 for each in own))
        for target, mapped, own in left
    )


def _implied(
    target: Pointer | None, constants: tuple[str, ...], shared: bool
) -> tuple[str, ...]:
    if target is None or (constants and not (shared and target.name in constants)):
        return constants
    return (target.name,)


def _tags_in(context: Context, shape: Schema, key: str) -> tuple[str, ...]:
    listed = _listed(context, (shape.properties or {}).get(key))
    return tuple(tag for tag in map(tag_of, listed) if tag is not None)


def _mapped(
    context: Context, discriminator: Discriminator, target: Pointer | None
) -> tuple[str, ...]:
    return mapped_to(context, discriminator, target) if target else ()


def mapped_to(
    context: Context,
    discriminator: Discriminator,
    target: Pointer,
) -> tuple[str, ...]:
    """List the tags that a mapping gives a schema, by reference or by its name."""
    return tuple(
        value
        for value, reference in sorted((discriminator.mapping or {}).items())
        if reference == target.name or _settled(context, reference) == target
    )


def reference_of(context: Context, node: SchemaLike) -> Pointer | None:
    """Return what a reference points at; anything else points at nothing."""
    return _settled(context, node.ref) if isinstance(node, SchemaReference) else None


def _settled(context: Context, reference: str) -> Pointer | None:
    try:
        return settle(context, context.description.pointer(reference))
    except LookupError:
        return None


def inferred_tags(context: Context, branches: list[Branch]) -> Tags | None:
    """Find a property that every variant requires with values of its own."""
    if not branches[1:]:
        return None
    constants = [_constants(context, branch.shape) for branch in branches]
    for key in sorted(constants[0], key=_unlike_a_tag):
        values = tuple(known.get(key, ()) for known in constants)
        if all(values) and _distinct([value for own in values for value in own]):
            return Tags(key, values)
    return None


def loose_tags(context: Context, branches: list[Branch]) -> Tags | None:
    """Find a property that tells most of the objects apart, where nothing tells all.

    It may be absent. What is called a tag may share some of its values, too.
    """
    objects = [branch for branch in branches if branch.is_object]
    if not objects[1:] or any(branch.kind is None for branch in branches):
        return None
    listed = [_limited(context, branch.shape) for branch in objects]
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


def inherited_tags(context: Context, branches: list[Branch]) -> Tags | None:
    """Read the tags that a common parent gives its children, wherever these are."""
    if not branches[1:]:
        return None
    above = [_parents(context, branch) for branch in branches]
    common = [at for at in above[0] if all(at in parents for parents in above)]
    for at in common:
        tags = explicit_tags(context, above[0][at], branches)
        if tags and _distinct([value for own in tags.values for value in own]):
            return tags
    return None


def _parents(context: Context, branch: Branch) -> dict[Pointer, Discriminator]:
    """List the discriminators of what an alternative combines."""
    return {
        part.at: part.schema.discriminator
        for part in parts(context, branch.node, branch.at)
        if part.schema.discriminator and not (part.schema.oneOf or part.schema.anyOf)
    }


def _distinct(values: list[str]) -> bool:
    return len(set(values)) == len(values)


def _unlike_a_tag(key: str) -> tuple[bool, str]:
    return key not in _CALLED_TAGS, key


_CALLED_TAGS = frozenset({"event", "kind", "object", "type"})


def _constants(context: Context, schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the strings that each required property is limited to."""
    found = _limited(context, schema)
    return {key: values for key, values in found.items() if UNTAGGED not in values}


def _limited(context: Context, schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the strings that each property is limited to, and whether it is absent."""
    listed = {
        key: values
        for key, value in (schema.properties or {}).items()
        if (values := _values(context, value)) and UNTAGGED not in values
    }
    required = {*(schema.required or ())}
    return {
        key: values if key in required else (*values, UNTAGGED)
        for key, values in listed.items()
    }


def _values(context: Context, node: SchemaLike | None) -> tuple[str, ...]:
    """List the values of a property if they are strings, and all that it may have."""
    values = _listed(context, node)
    texts = tuple(each for each in values if isinstance(each, str))
    return texts if len(texts) == len(values) else ()


def _listed(context: Context, node: SchemaLike | None) -> list[object]:
    """List the values of a property, if it is limited to some, by whatever it takes."""
    if node is None:
        return []
    whole, at = context.follow(combined(node) or node, Pointer())
    return values_of(merge(context, whole, at).schema if whole.allOf else whole)


def selection(tags: Tags | None, branches: list[Branch]) -> Selection:
    """Return the first of the ways to tell variants apart that works for these.

    Objects that have tags among others count as one of a kind.
    """
    if tags is not None and all(tags.values):
        return ByTag(tags.property)
    objects = [branch for branch in branches if branch.is_object]
    others = [branch.kind for branch in branches if not branch.is_object]
    if None in others or not _distinct([str(kind) for kind in others]):
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
