"""Lists of any JSON that stand beside lists of something.

To the library, a list whose items it does not look at fits better than one that it
has made of models. What fits no better is taken if it comes first.
https://docs.pydantic.dev/latest/concepts/unions/#smart-mode
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from .schema_parts import with_parts

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

    from .hooks import Schema

__all__ = ["AnyItems"]


class AnyItems:
    """Marks the last variant, `Annotated[list[Any], AnyItems]`, of a union."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> Any:
        return _with_items(handler(source))


def _with_items(schema: Any) -> Schema:
    """Say of a list, and of lists inside of it, that its items are anything."""
    if schema["type"] == "list" and schema.get("items_schema", _ANY) == _ANY:
        items = core_schema.nullable_schema(core_schema.any_schema())
        return {**schema, "items_schema": items}
    return with_parts(schema, _with_items)


_ANY = core_schema.any_schema()
