"""Types that only follow from what is said of their parts.

`items` speaks of arrays and `properties` of objects; without `type`, nothing says
that a value is one. Other JSON is as valid, and is kept as it comes.
https://json-schema.org/draft/2020-12/json-schema-core#section-7.6.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_origin

from pydantic import BaseModel
from pydantic_core import core_schema

from .core_schemas import ASSUMED, OTHER
from .kinds import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler

__all__ = ["OrOtherJson", "or_other_json"]


class OrOtherJson:
    """Reads an array as what it is annotated with, or an object, and keeps the rest."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        fits = is_object if get_origin(source) is dict else is_array
        return or_other_json(handler(source), fits)


def or_other_json(
    schema: core_schema.CoreSchema,
    fits: Callable[[object], bool],
) -> core_schema.CoreSchema:
    """Read what fits by a schema, and keep anything else as it comes."""

    def choose(value: object) -> str:
        return ASSUMED if fits(value) else OTHER

    return core_schema.tagged_union_schema({ASSUMED: schema, OTHER: _kept()}, choose)


class _Empty(BaseModel): ...


def _kept() -> core_schema.CoreSchema:
    """Keep any JSON, and let other variants of a union have it.

    The library takes the variant that has read most properties: none were read here.
    """
    fields = core_schema.model_fields_schema({})
    empty = core_schema.model_schema(_Empty, fields)
    return core_schema.no_info_wrap_validator_function(_keep, empty)


def _keep(value: Any, read: Callable[[Any], Any]) -> Any:
    read({})
    return value
