"""A document being changed: what is touched is copied first, and remembers its origin.

The values of the description and of the overlays stay as they were read, so they
may be shared: between the targets of an action, or between YAML aliases.
https://spec.openapis.org/overlay/v1.1.0.html#overlay-document
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from clientsmith.pointer import Pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clientsmith.load.reading import JSON


class Removal(Struct, frozen=True):
    """A value that was taken out, and the action or the patch that did."""

    value: JSON
    by: Pointer


class ObjectDraft(Struct, frozen=True):
    """An object of the draft, and where each of its values came from."""

    values: dict[str, JSON]
    origins: dict[str, Pointer]

    def origin_of(self, step: str) -> Pointer | None:
        """Tell where the value of a key came from."""
        return self.origins.get(step)

    def put(self, key: str, value: JSON, origin: Pointer) -> None:
        """Add or replace a value."""
        self.values[key] = value
        self.origins[key] = origin

    def drop(self, key: str) -> tuple[JSON, Pointer]:
        """Remove a value, and return it and where it came from."""
        return self.values.pop(key), self.origins.pop(key)


class ArrayDraft(Struct, frozen=True):
    """An array of the draft, and where each of its items came from."""

    values: list[JSON]
    origins: list[Pointer]

    def origin_of(self, step: str) -> Pointer | None:
        """Tell where an item came from."""
        return self.origins[int(step)] if _is_index(step, self.values) else None

    def append(self, value: JSON, origin: Pointer) -> None:
        """Add an item at the end."""
        self.values.append(value)
        self.origins.append(origin)

    def put(self, index: int, value: JSON, origin: Pointer) -> None:
        """Replace an item."""
        self.values[index] = value
        self.origins[index] = origin

    def drop(self, index: int) -> tuple[JSON, Pointer]:
        """Remove an item, as from an object; those behind it move up."""
        return self.values.pop(index), self.origins.pop(index)


Container: TypeAlias = ObjectDraft | ArrayDraft
Step: TypeAlias = str | int


class Draft:
    """The values so far; `value` is always current."""

    def __init__(self, value: JSON, file: str) -> None:
        self.value = value
        self.removed: dict[Pointer, Removal] = {}
        """What an action or a patch has taken out, by where it came from."""
        self._origin = Pointer(file)
        # Keyed by identity; the entry keeps its values alive, so no id is used twice.
        self._own: dict[int, Container] = {}

    def origin(self, steps: Sequence[str]) -> Pointer:
        """Tell where the value at these steps came from."""
        value, origin = self.value, self._origin
        for step in steps:
            own = self._own.get(id(value))
            known = own.origin_of(step) if own else None
            origin = known or origin / step
            value = _step_into(value, step)
        return origin

    def open(self, location: Sequence[Step]) -> Container:
        """Open the object or array at a location for change."""
        container = self._root()
        for step in location:
            container = self.child(container, step)
        return container

    def child(self, parent: Container, step: Step) -> Container:
        """Open an object or array inside an open one."""
        match parent, step:
            case ObjectDraft(), str():
                child = self._copy(parent.values[step], parent.origins[step])
                parent.values[step] = child.values
            case ArrayDraft(), int():
                child = self._copy(parent.values[step], parent.origins[step])
                parent.values[step] = child.values
            case _:
                raise TypeError(step)
        return child

    def replace(self, location: Sequence[Step], value: JSON, origin: Pointer) -> None:
        """Put another value where one stands."""
        match self.open(location[:-1]), location[-1]:
            case ObjectDraft() as parent, str(key):
                parent.put(key, value, origin)
            case ArrayDraft() as parent, int(index):
                parent.put(index, value, origin)
            case _:
                raise TypeError(location)

    def remove(self, location: Sequence[Step], by: Pointer | None = None) -> None:
        """Take a value out, and remember what did."""
        match self.open(location[:-1]), location[-1]:
            case ObjectDraft() as parent, str(key):
                value, origin = parent.drop(key)
            case ArrayDraft() as parent, int(index):
                value, origin = parent.drop(index)
            case _:
                raise TypeError(location)
        if by is not None:
            self.removed[origin] = Removal(value, by)

    def _root(self) -> Container:
        root = self._copy(self.value, self._origin)
        self.value = root.values
        return root

    def _copy(self, value: JSON, origin: Pointer) -> Container:
        if id(value) in self._own:
            return self._own[id(value)]
        copy: Container
        match value:
            case dict():
                origins = {key: origin / key for key in value}
                copy = ObjectDraft(dict(value), origins)
            case list():
                copy = ArrayDraft(list(value), [origin / i for i in range(len(value))])
            case _:
                raise TypeError(type(value))
        self._own[id(copy.values)] = copy
        return copy


def _step_into(value: JSON, step: str) -> JSON:
    match value:
        case dict():
            return value.get(step)
        case list() if _is_index(step, value):
            return value[int(step)]
        case _:
            return None


def _is_index(step: str, items: list[JSON]) -> bool:
    return step.isdecimal() and int(step) < len(items)
