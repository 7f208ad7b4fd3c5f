"""What the description says and models of a style have no place for."""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.diagnostics import Diagnostic, warning
from clientsmith.ir import Api, ObjectSchema
from clientsmith.pointer import Pointer

from .styles import Abilities


def limits(
    api: Api, names: Mapping[Pointer, str], style: Abilities
) -> list[Diagnostic]:
    """Say which objects lose properties that have no name, but have a type."""
    if style.undeclared:
        return []
    return [
        warning(
            "models-limited",
            f"`{name}` has no place for properties without a name: those that an"
            " object has besides are lost where it is written again",
            at,
            hint='typed dictionaries keep them, and so do `models = "pydantic"` and'
            " a client",
        )
        for at, name in names.items()
        if isinstance(one := api.declarations[at], ObjectSchema)
        and one.additional is not None
    ]
