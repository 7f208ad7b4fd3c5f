"""Which inline schemas say the same: one class does for all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, TypeAlias

from clientsmith.ir import (
    Declaration,
    EnumSchema,
    ObjectSchema,
    Reference,
    Value,
)
from clientsmith.ir import is_component as is_named
from clientsmith.pointer import Pointer

Shape: TypeAlias = tuple[object, ...]
"""What a declaration says, without where it stands and how it might be called."""

_UNSEEN = frozenset({"at", "example", "home", "name", "qualified"})
"""Fields that make no difference in what is generated."""


@dataclass(slots=True)
class Twins:
    """Compares declarations, each looked at once."""

    declarations: Mapping[Pointer, Declaration]
    _numbers: dict[Shape, int] = field(default_factory=dict[Shape, int])
    _known: dict[Pointer, int] = field(default_factory=dict[Pointer, int])
    _open: set[Pointer] = field(default_factory=set[Pointer])

    def number(self, pointer: Pointer) -> int:
        """Return a number that all declarations share that say the same."""
        if pointer not in self._known:
            self._open.add(pointer)
            shape = (self._shape(self.declarations[pointer]),)
            self._open.discard(pointer)
            self._known[pointer] = self._numbers.setdefault(shape, len(self._numbers))
        return self._known[pointer]

    def _shape(self, value: object) -> object:
        match value:
            case Reference(to=pointer):
                return self._reference(pointer)
            case Value(value=inner):
                return json.dumps(inner, sort_keys=True, default=str)
            case tuple():
                items: tuple[object, ...] = value
                return tuple(self._shape(item) for item in items)
            case bool() | int() | float():
                return (type(value), value)
            case None | str():
                return value
            case _:
                kind: Any = value.__class__
                return (kind, *(self._shape(getattr(value, n)) for n in _seen(kind)))

    def _reference(self, pointer: Pointer) -> Shape:
        one = self.declarations[pointer]
        if is_component(one) or pointer in self._open:
            return ("at", pointer)
        return ("shape", self.number(pointer))


def is_component(declaration: Declaration) -> bool:
    """Tell whether a declaration has its name from `components`."""
    return is_named(declaration.at) and declaration.at == declaration.home


def outline(declaration: Declaration) -> Shape:
    """Return what is quickly seen to differ: keys, or values."""
    match declaration:
        case ObjectSchema(properties=properties):
            return (ObjectSchema, *(one.key for one in properties))
        case EnumSchema(members=members):
            return (EnumSchema, *((type(m.value), m.value) for m in members))
        case _:
            return (type(declaration),)


@cache
def _seen(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.name not in _UNSEEN)
