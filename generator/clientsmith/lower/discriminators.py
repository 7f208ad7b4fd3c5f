"""The tags that discriminators give variants of a union, and children of a parent.

https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from openapi_pydantic.v3.v3_1 import Discriminator, Schema
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference

from clientsmith.ir import tag_of
from clientsmith.pointer import Pointer

from .all_of import parts
from .branches import Branch
from .components import settle
from .context import Context, SchemaLike
from .limited import values_in


class Tags(Struct, frozen=True):
    """A property, and the values of it that each variant has; texts have none."""

    property: str
    values: tuple[tuple[str, ...], ...]
    loose: bool = False
    """Whether the property may be absent, or several variants have a value of it."""

    def are_distinct(self) -> bool:
        """Tell whether no value is that of two variants."""
        every = [value for own in self.values for value in own]
        return len(set(every)) == len(every)


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


def inherited_tags(context: Context, branches: list[Branch]) -> Tags | None:
    """Read the tags that a common parent gives its children, wherever these are."""
    if not branches[1:]:
        return None
    above = [_parents(context, branch) for branch in branches]
    common = [at for at in above[0] if all(at in parents for parents in above)]
    for at in common:
        tags = explicit_tags(context, above[0][at], branches)
        if tags and tags.are_distinct():
            return tags
    return None


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


def _implied(
    target: Pointer | None, constants: tuple[str, ...], shared: bool
) -> tuple[str, ...]:
    if target is None or (constants and not (shared and target.name in constants)):
        return constants
    return (target.name,)


def _tags_in(context: Context, shape: Schema, key: str) -> tuple[str, ...]:
    listed = values_in(context, (shape.properties or {}).get(key))
    return tuple(tag for tag in map(tag_of, listed) if tag is not None)


def _mapped(
    context: Context, discriminator: Discriminator, target: Pointer | None
) -> tuple[str, ...]:
    return mapped_to(context, discriminator, target) if target else ()


def _settled(context: Context, reference: str) -> Pointer | None:
    try:
        return settle(context, context.description.pointer(reference))
    except LookupError:
        return None


def _parents(context: Context, branch: Branch) -> dict[Pointer, Discriminator]:
    """List the discriminators of what an alternative combines."""
    return {
        part.at: part.schema.discriminator
        for part in parts(context, branch.node, branch.at)
        if part.schema.discriminator and not (part.schema.oneOf or part.schema.anyOf)
    }
