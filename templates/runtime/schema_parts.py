"""What is inside of a core schema of the library.

https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .kinds import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .hooks import Schema

_INNER = frozenset(
    {
        "choices",
        "definitions",
        "extras_schema",
        "items_schema",
        "schema",
        "values_schema",
    }
)


def with_parts(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Copy a schema, and change each of those directly inside of it."""
    made = {
        key: _each(part, change) if key in _INNER else part
        for key, part in schema.items()
    }
    if is_object(fields := schema.get("fields")):
        made["fields"] = {
            name: {**field, "schema": change(field["schema"])}
            for name, field in fields.items()
        }
    return made


def parts(schema: Schema) -> list[Schema]:
    """List the schemas directly inside of a schema."""
    found: list[Schema] = []

    def note(part: Schema) -> Schema:
        found.append(part)
        return part

    with_parts(schema, note)
    return found


def _each(part: Any, change: Callable[[Schema], Schema]) -> Any:
    """Change a schema, or each of a list, of a mapping or of pairs with a label."""
    if is_array(part):
        items = list(part)
        if isinstance(part, tuple):
            return (_each(items[0], change), *items[1:])
        return [_each(item, change) for item in items]
    if is_object(part):
        if isinstance(part.get("type"), str):
            return change(dict(part))
        return {key: _each(item, change) for key, item in part.items()}
    return part


def properties(schema: Schema) -> Iterator[str]:
    """Yield the names that objects declare, anywhere in a schema."""
    fields: Schema = schema.get("fields") or {}
    for name, field in fields.items():
        yield field.get("validation_alias", name)
    for part in parts(schema):
        yield from properties(part)
