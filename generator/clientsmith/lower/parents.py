"""Parents with a discriminator: where one is used, any of its children may stand.

https://spec.openapis.org/oas/v3.1.1.html#models-with-polymorphism-support
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from openapi_pydantic.v3.v3_1 import Discriminator, Schema

from clientsmith.ir import ByTag, Reference, Type, Union, Variant
from clientsmith.pointer import Pointer

from .all_of import merge
from .components import named
from .context import Context, SchemaLike
from .discriminators import mapped_to, reference_of, tags_for


def lower_parent(
    context: Context,
    pointer: Pointer,
    declare: Callable[[Context, Pointer], Type],
    itself: Callable[[], Type],
) -> Type | None:
    """Return the union of the children that a component has through `allOf`.

    `itself` declares the object that the parent is where its tag says so.
    """
    children = _children(context).get(pointer, ())
    node = context.description.at(pointer, Schema)
    if not children or not isinstance(node, Schema) or node.discriminator is None:
        return None
    tags = tags_for(
        context,
        node.discriminator,
        [(child, _shape(context, child)) for child in children],
    )
    variants = [
        Variant(Reference(child), own)
        for child, own in zip(children, tags, strict=True)
    ]
    for child in children:
        declare(context, child)
    own = _own_tags(context, node.discriminator, pointer)
    if own:
        variants.append(Variant(itself(), own, pointer))
    return Union(tuple(variants), ByTag(node.discriminator.propertyName), pointer)


def _shape(context: Context, child: Pointer) -> Schema:
    return merge(context, context.description.at(child, Schema), child).schema


def _own_tags(
    context: Context, discriminator: Discriminator, pointer: Pointer
) -> tuple[str, ...]:
    """List the tags that mean the parent: by its mapping, in Swagger 2.0 its name.

    https://spec.openapis.org/oas/v2.0.html#fixed-fields-13
    """
    mapped = mapped_to(context, discriminator, pointer)
    return mapped or ((pointer.name,) if context.description.moves else ())


def is_child(context: Context, part: SchemaLike, at: Pointer) -> bool:
    """Tell whether a component combines its parent, which stands for all children.

    A child that adds nothing would be the union that it is a variant of.
    """
    parent = reference_of(context, part)
    return parent is not None and at in _children(context).get(parent, ())


def _children(context: Context) -> dict[Pointer, list[Pointer]]:
    """List the components below each parent, near and far, by name."""
    if context.children is None:
        components = {*named(context), *context.description.elsewhere}
        below = _below(context, components)
        context.children = {
            parent: sorted(components & _reached(below, parent))
            for parent in below
            if _is_parent(context, parent)
        }
    return context.children


def _below(
    context: Context, components: Iterable[Pointer]
) -> Mapping[Pointer, list[Pointer]]:
    """Say which schemas list another one in `allOf`."""
    below: defaultdict[Pointer, list[Pointer]] = defaultdict(list)
    seen: set[Pointer] = set()
    pending = list(components)
    while pending:
        pointer = pending.pop()
        if pointer in seen:
            continue
        seen.add(pointer)
        node = context.description.at(pointer, Schema)
        for part in (node.allOf if isinstance(node, Schema) else None) or ():
            above = reference_of(context, part)
            if above is not None:
                below[above].append(pointer)
                pending.append(above)
    return below


def _reached(below: Mapping[Pointer, list[Pointer]], parent: Pointer) -> set[Pointer]:
    """Collect what is below a schema, and below that."""
    found: set[Pointer] = set()
    pending = list(below.get(parent, ()))
    while pending:
        pointer = pending.pop()
        if pointer not in found:
            found.add(pointer)
            pending += below.get(pointer, ())
    return found


def _is_parent(context: Context, pointer: Pointer) -> bool:
    node = context.description.at(pointer, Schema)
    return isinstance(node, Schema) and bool(
        node.discriminator and not node.oneOf and not node.anyOf
    )
