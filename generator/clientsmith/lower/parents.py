"""Parents with a discriminator: where one is used, any of its children may stand.

https://spec.openapis.org/oas/v3.1.1.html#models-with-polymorphism-support
"""

from __future__ import annotations

from collections.abc import Callable

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import ByTag, Reference, Type, Union, Variant
from clientsmith.pointer import Pointer

from .components import named
from .context import Context
from .selection import mapped_to, reference_of


def lower_parent(
    context: Context,
    pointer: Pointer,
    declare: Callable[[Context, Pointer], Type],
) -> Type | None:
    """Return the union of the children that a component has through `allOf`."""
    children = _children(context).get(pointer, ())
    node = context.description.at(pointer, Schema)
    if not children or not isinstance(node, Schema) or node.discriminator is None:
        return None
    variants = [
        Variant(
            Reference(child),
            mapped_to(context, node.discriminator, child) or (child.name,),
        )
        for child in children
    ]
    for child in children:
        declare(context, child)
    return Union(tuple(variants), ByTag(node.discriminator.propertyName), pointer)


def _children(context: Context) -> dict[Pointer, list[Pointer]]:
    """List the components below each parent, near and far, by name."""
    if context.children is None:
        context.children = {}
        for pointer in sorted({*named(context), *context.description.elsewhere}):
            for parent in sorted(_parents(context, pointer, set())):
                context.children.setdefault(parent, []).append(pointer)
    return context.children


def _parents(context: Context, pointer: Pointer, seen: set[Pointer]) -> set[Pointer]:
    """Find the components with a discriminator that a schema lists in `allOf`."""
    node = context.description.at(pointer, Schema)
    found: set[Pointer] = set()
    for part in (node.allOf if isinstance(node, Schema) else None) or ():
        above = reference_of(context, part)
        if above is None or above in seen:
            continue
        seen.add(above)
        if _is_parent(context, above):
            found.add(above)
        found |= _parents(context, above, seen)
    return found


def _is_parent(context: Context, pointer: Pointer) -> bool:
    node = context.description.at(pointer, Schema)
    return isinstance(node, Schema) and bool(
        node.discriminator and not node.oneOf and not node.anyOf
    )
