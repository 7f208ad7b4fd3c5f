"""The document's own examples: those that are of the type that they are one of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from clientsmith.ir import (
    Anything,
    Array,
    Asserted,
    Declaration,
    Nullable,
    ObjectSchema,
    Property,
    Reference,
    Type,
    Value,
)
from clientsmith.pointer import Pointer

from .conforming import conforms

_DEEPEST = 40
"""Python reads no more than 200 brackets in each other."""


class Examples:
    """Arranges the examples of an API, those of its properties once.

    Many values hold the same property, and each of them shows its example.
    """

    def __init__(self, declarations: Mapping[Pointer, Declaration]) -> None:
        self.declarations = declarations
        # By identity, since comparing types would take longer than what it saves.
        self._known: dict[int, Value | None] = {}

    def of(self, property_: Property) -> Value | None:
        """Return the example of a declared property, if it fits its type."""
        if property_.example is None:
            return None
        key = id(property_)
        if key not in self._known:
            self._known[key] = self.fitting(property_.example, property_.type)
        return self._known[key]

    def fitting(self, example: Value | None, type_: Type) -> Value | None:
        """Return an example in order, if there is one and it is one of a type."""
        if example is None or not _is_shallow(example.value):
            return None
        if not conforms(example.value, type_, self.declarations):
            return None
        return Value(self._arranged(example.value, type_))

    def _arranged(self, value: object, type_: Type) -> object:
        """Put the members of an example in the order of their declaration."""
        match type_:
            case Nullable(inner=inner) | Asserted(inner=inner):
                return self._arranged(value, inner)
            case Array(items=items) if isinstance(value, list):
                listed = cast("list[object]", value)
                return [self._arranged(each, items) for each in listed]
            case Reference(to=pointer) if value and isinstance(value, dict):
                members = cast("dict[str, object]", value)
                return self._members(members, self.declarations[pointer])
            case _:
                return _sorted(value)

    def _members(self, value: dict[str, object], declaration: Declaration) -> object:
        if not isinstance(declaration, ObjectSchema):
            return _sorted(value)
        types = {one.key: one.type for one in declaration.properties}
        first = [key for key in types if key in value]
        rest = sorted(key for key in value if key not in types)
        return {
            key: self._arranged(value[key], types.get(key, Anything()))
            for key in [*first, *rest]
        }


def _is_shallow(value: object, depth: int = 0) -> bool:
    """Tell whether a value can be written into a test."""
    match value:
        case dict() if depth < _DEEPEST:
            values = cast("dict[str, object]", value).values()
            return all(_is_shallow(each, depth + 1) for each in values)
        case list() if depth < _DEEPEST:
            listed = cast("list[object]", value)
            return all(_is_shallow(each, depth + 1) for each in listed)
        case dict() | list():
            return False
        case _:
            return True


def _sorted(value: object) -> object:
    """Put the members of a value in the order of their names."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {key: _sorted(members[key]) for key in sorted(members)}
    if isinstance(value, list):
        return [_sorted(item) for item in cast("list[object]", value)]
    return value
