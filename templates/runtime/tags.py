"""Open unions, whose variants are told apart by a property.

https://docs.pydantic.dev/latest/concepts/unions/#discriminated-unions
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from pydantic import Discriminator, Tag

from .kinds import is_object
from .models import Model

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import core_schema

__all__ = ["UNTAGGED", "Tag", "by_tag"]

UNTAGGED = Tag("\0")
"""What is chosen where the property is absent; elsewhere that is `Unknown`."""


def by_tag(property_name: str) -> _ByTag:
    """Choose a variant by the value of one property, or `Unknown`."""
    return _ByTag(property_name)


@dataclass(frozen=True, slots=True)
class _ByTag:
    property: str

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        variants: tuple[Any, ...] = get_args(source)
        tags = {
            mark.tag
            for variant in variants
            for mark in variant.__metadata__
            if isinstance(mark, Tag)
        }

        def choose(value: object) -> str:
            tag = _spelled(_property(value, self.property))
            return tag if tag in tags else ""

        return Discriminator(choose).__get_pydantic_core_schema__(source, handler)


def _spelled(tag: object) -> str:
    """Spell a tag as a mapping does, whose keys are texts."""
    if tag is None:
        return UNTAGGED.tag
    if isinstance(tag, bool):
        return "true" if tag else "false"
    if isinstance(tag, float) and tag.is_integer():
        tag = int(tag)  # 1.0 is the same number as 1
    return str(tag) if isinstance(tag, str | int) else ""


def _property(value: object, name: str) -> object:
    if isinstance(value, Model):
        value = value.__json__()
    return value.get(name) if is_object(value) else None
