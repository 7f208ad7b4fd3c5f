"""The kinds of classes that models may be, and what each of them can say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from clientsmith.styles import ModelStyle


class Abilities(Struct, frozen=True):
    """What a style can say, and how datamodel-code-generator is asked for it."""

    output: str
    """Its name there."""
    open_enums: bool = True
    """Whether a value may be one of a list, or any other."""
    renames: bool = True
    """Whether an attribute may be called otherwise than its property."""
    aliases: bool = True
    """Whether it then still knows the property."""
    undeclared: bool = False
    """Whether an object keeps properties that have no name."""
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])


ABILITIES: Mapping[ModelStyle, Abilities] = {
    "dataclass": Abilities("dataclasses.dataclass", aliases=False),
    "msgspec": Abilities(
        "msgspec.Struct",
        # https://msgspec.dev/supported-types#union--optional: one kind of string
        open_enums=False,
        options={"use_annotated": False, "use_msgspec_tagged_unions": True},
    ),
    "pydantic-dataclass": Abilities(
        "pydantic_v2.dataclass",
        options={
            "allow_population_by_field_name": True,
            "extra_fields": "allow",
            "use_annotated": True,
        },
    ),
    "typeddict": Abilities(
        "typing.TypedDict",
        renames=False,
        undeclared=True,
        # PEP 728 is not in every type checker yet.
        options={"use_closed_typed_dict": False},
    ),
}
"""Of all styles but `pydantic`, which is made of our own models."""
