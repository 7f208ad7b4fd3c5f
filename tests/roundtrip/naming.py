"""Schemas of no component, named by components that refer to them.

What is named has a type of its own, wherever it stands: in a webhook, as a part of
an `allOf`, in a shared parameter.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Components, Schema

from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, members


def naming(
    description: Description, others: Iterable[Pointer]
) -> tuple[Description, dict[Pointer, Pointer]]:
    """Add a component for each of some schemas; say which one is whose."""
    names = {at: f"Example {number}" for number, at in enumerate(others, 1)}
    if not names:
        return description, {}
    root = members(description.value)
    components = members(root.get("components"))
    # By a reference alone, a component would give its name to what it refers to.
    added = {name: {"allOf": [{"$ref": str(at)}]} for at, name in names.items()}
    schemas = {**members(components.get("schemas")), **added}
    value = {**root, "components": {**components, "schemas": schemas}}
    view = description.openapi.components or Components()
    views = {name: Schema.model_validate(each) for name, each in added.items()}
    view = view.model_copy(update={"schemas": {**(view.schemas or {}), **views}})
    made = replace(
        description,
        openapi=description.openapi.model_copy(update={"components": view}),
        values={**description.values, "": value},
    )
    within = description.root / "components" / "schemas"
    return made, {at: within / name for at, name in names.items()}
