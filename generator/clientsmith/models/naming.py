"""What the client calls its classes and attributes, for models without the client."""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.ir import Api, Declaration, ObjectSchema
from clientsmith.plan import Layout
from clientsmith.plan.casing import attribute_name
from clientsmith.plan.properties import python_names
from clientsmith.pointer import Pointer


def class_names(layout: Layout) -> dict[Pointer, str]:
    """Name every declaration as the client does: as a model, else as it is sent."""
    names = {pointer: place.name for pointer, place in layout.models.items()}
    received = set(names.values())
    for pointer, place in layout.params.items():
        # An enumeration may be the twin of one that is received.
        twin = place.name.removesuffix("Param")
        is_twin = twin in received and pointer not in layout.received
        names.setdefault(pointer, twin if is_twin else place.name)
    return names


def attribute_names(declaration: ObjectSchema) -> dict[str, str]:
    """Name the attributes of a class, by the keys of their properties."""
    return python_names([one.key for one in declaration.properties], attribute_name)


def renamed(api: Api, names: Mapping[Pointer, str]) -> dict[str, str]:
    """List `Class.key` and the attribute, wherever that is not the key itself."""
    return {
        f"{names[at]}.{key}": attribute
        for at, declaration in _objects(api, names)
        for key, attribute in attribute_names(declaration).items()
        if key != attribute
    }


def _objects(
    api: Api, names: Mapping[Pointer, str]
) -> list[tuple[Pointer, ObjectSchema]]:
    found: dict[Pointer, Declaration] = {at: api.declarations[at] for at in names}
    return [(at, one) for at, one in found.items() if isinstance(one, ObjectSchema)]
