"""What stands where the document allows no value.

https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Never, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

__all__ = ["Nothing"]


class _Refused:
    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_refuse)


def _refuse(_: object) -> Never:
    raise PydanticCustomError("nothing", "No value is allowed here")


Nothing: TypeAlias = Annotated[Never, _Refused]
"""No value at all, where the document allows none."""
