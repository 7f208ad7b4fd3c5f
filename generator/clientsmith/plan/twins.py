"""Which inline schemas say the same: one class does for all of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TypeAlias, cast

from msgspec import Struct, field

from clientsmith.ir import (
    Bounds,
    Declaration,
    EnumSchema,
    ObjectSchema,
    Reference,
    Value,
    is_component,
    uses,
)
from clientsmith.pointer import Pointer

Shape: TypeAlias = tuple[object, ...]
"""What a declaration says, without where it stands and how it might be called."""

_ATOMS = frozenset({bool, str, type(None)})
"""What says the same where it is equal; a number is known with its type."""
_UNBOUND = Bounds()
_UNSEEN = frozenset({"at", "example", "home", "name", "ladder"})
"""Fields that make no difference in what is generated."""


class Twins(Struct):
    """Compares declarations, each looked at once."""

    declarations: Mapping[Pointer, Declaration]
    same: Mapping[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What is taken for another declaration where it is referred to."""
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

    def groups(self, pointers: Iterable[Pointer]) -> dict[Pointer, object]:
        """Return for each declaration what those of them share that say the same.

        Only what looks alike at first sight is compared.
        """
        alike: defaultdict[Shape, list[Pointer]] = defaultdict(list)
        for pointer in pointers:
            alike[outline(self.declarations[pointer])].append(pointer)
        return {
            pointer: self.number(pointer) if group[1:] else group[0]
            for group in alike.values()
            for pointer in group
        }

    def parts(self, one: Pointer, other: Pointer) -> Iterator[tuple[Pointer, Pointer]]:
        """Yield the inline parts of two that say the same, pair by pair."""
        pairs = zip(
            uses(self.declarations[one]), uses(self.declarations[other]), strict=True
        )
        for own, same in pairs:
            inline = own != same and not has_own_name(self.declarations[own])
            if inline and self.number(own) == self.number(same):
                yield own, same

    def are_same(self, one: object, other: object) -> bool:
        """Tell whether two parts of declarations say the same."""
        return self._shape(one) == self._shape(other)

    def _shape(self, value: object) -> object:
        match value:
            case bool() | str() | None:
                return value
            case Reference(to=pointer):
                return self._reference(pointer)
            case Value(value=inner):
                return json.dumps(inner, sort_keys=True, default=str)
            case int() | float():
                return (type(value), value)
            case tuple():
                return tuple(self._shapes(cast("tuple[object, ...]", value)))
            case Bounds() if value == _UNBOUND:
                return value
            case _:
                seen = _seen(value)
                if not seen:
                    return value
                parts = [getattr(value, name) for name in seen]
                return (type(value), *self._shapes(parts))

    def _shapes(self, values: Iterable[object]) -> list[object]:
        """Return the shape of each value; most are texts and flags, their own shape."""
        return [
            value if type(value) in _ATOMS else self._shape(value) for value in values
        ]

    def _reference(self, pointer: Pointer) -> Shape:
        pointer = self.same.get(pointer, pointer)
        one = self.declarations[pointer]
        if has_own_name(one) or pointer in self._open:
            return ("at", pointer)
        return ("shape", self.number(pointer))


def has_own_name(declaration: Declaration) -> bool:
    """Tell whether a declaration has its name from `components`."""
    return is_component(declaration.at) and declaration.at == declaration.home


def enclosing(at: Pointer, known: Container[Pointer]) -> Pointer | None:
    """Return the declaration that another one is directly inside of."""
    for length in range(len(at.steps) - 1, 0, -1):
        outer = Pointer(at.file, at.steps[:length])
        if outer in known:
            return outer
    return None


def outline(declaration: Declaration) -> Shape:
    """Return what is quickly seen to differ: keys, or values."""
    match declaration:
        case ObjectSchema(properties=properties):
            return (ObjectSchema, *(one.key for one in properties))
        case EnumSchema(members=members):
            return (EnumSchema, *((type(m.value), m.value) for m in members))
        case _:
            return (type(declaration),)


def _seen(value: object) -> tuple[str, ...]:
    """List the fields of a value that make a difference, if it has fields."""
    kind = type(value)
    if kind not in _FIELDS:
        fields: tuple[str, ...] = getattr(kind, "__struct_fields__", ())
        _FIELDS[kind] = tuple(name for name in fields if name not in _UNSEEN)
    return _FIELDS[kind]


_FIELDS: dict[type, tuple[str, ...]] = {}
