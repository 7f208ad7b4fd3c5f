"""Constants that are the same in Python and not in JSON: `1` and `true`.

https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler

    from .hooks import Schema

__all__ = ["Exact", "exact"]


class Exact:
    """Marks constants, `Annotated[Literal[1], Exact]`, of which `true` is none."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> Any:
        schema: Any = handler(source)
        return exact(schema)


def exact(schema: Schema) -> Schema:
    """Change the schema of constants so that numbers are no booleans, nor the reverse.

    The library compares as Python does, and would make `true` of `1`.
    """
    listed = {_key(value): value for value in schema["expected"]}
    if not any(isinstance(value, int) for value in listed.values()):
        return schema

    def read(value: Any, validate: Callable[[Any], Any]) -> Any:
        if not isinstance(value, int | float):
            return validate(value)
        if _key(value) not in listed:
            raise PydanticCustomError("literal_error", "Input is not what is expected")
        return listed[_key(value)]

    function = {"type": "no-info", "function": read}
    return {"type": "function-wrap", "function": function, "schema": schema}


def _key(value: object) -> tuple[bool, object]:
    return isinstance(value, bool), value
