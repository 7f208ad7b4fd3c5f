"""Which values a limit is about: a length of texts, a number of items.

Where there were no such values, a limit on them refuses nothing that was taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from msgspec import Struct

from clientsmith.surface import (
    MAPPINGS,
    NONE,
    Anything,
    Generic,
    Limits,
    Literals,
    Named,
    OneOf,
    Plain,
    Tagged,
    Type,
    alternatives,
    spelled,
)

from .fitting import Names

Kind: TypeAlias = str
"""What JSON calls values: `number`, `text`, `items`, `properties`."""

_KINDS: Final = {
    "length": "text",
    "patterns": "text",
    "items": "items",
    "properties": "properties",
    "minimum": "number",
    "maximum": "number",
    "of": "number",
}
"""By the last word of a limit."""
_EVERY: Final = frozenset(_KINDS.values())
_NUMBERS: Final = frozenset({"IntegerText", "float", "int"})
_WHOLE: Final = frozenset({"IntegerText", "int"})
_NEITHER: Final = frozenset({"None", "bool", "bytes"})
_NO_NAMES: Final = Names({})
_DEEPEST: Final = 20


class Bounded(Struct, frozen=True):
    """A type, what it means in its package, and what is asserted of its values."""

    limits: Limits
    type: Type | None = None
    """None for an object, whose limits are about nothing else."""
    names: Names = _NO_NAMES

    def has(self, name: str) -> bool:
        """Tell whether there are values that a limit is about."""
        path, _, keyword = name.rpartition(".")
        kind = _KINDS.get(keyword.rpartition("_")[2])
        held = self._held(path)
        if held is None:
            return True
        kinds = {each for one in held for each in self._kinds(one)}
        return bool(held) if kind is None else kind in kinds

    def is_whole(self, path: str) -> bool:
        """Tell whether all numbers are integers, as far as one knows."""
        held = self._held(path)
        numbers = [one for one in held or () if "number" in self._kinds(one)]
        return bool(numbers) and all(map(_is_integer, numbers))

    def _held(self, path: str) -> list[Type] | None:
        """List what values are at a path; None where it leads nowhere."""
        found = None if self.type is None else [*self._each(self.type)]
        while path and found is not None:
            found, path = self._below(found, path)
        return found

    def _below(self, found: list[Type], path: str) -> tuple[list[Type] | None, str]:
        for step, inner in _steps(found):
            if path == step or path.startswith(f"{step}."):
                left = path.removeprefix(step).removeprefix(".")
                return [one for each in inner for one in self._each(each)], left
        return ([], "") if path.partition(".")[0] in _CONTAINERS else (None, "")

    def _each(self, type_: Type, depth: int = 0) -> Iterator[Type]:
        """List alternatives, those of aliases included."""
        for one in alternatives(type_):
            match one:
                case Named(name=name) if name in self.names.aliases:
                    if depth < _DEEPEST:
                        yield from self._each(self.names.aliases[name], depth + 1)
                case _ if one != NONE:
                    yield one
                case _:
                    pass

    def _kinds(self, one: Type) -> Iterable[Kind]:
        match one:
            case Anything():
                return _EVERY
            case Literals(values=values):
                return {_kind_of(type(value).__name__) for value in values}
            case Generic(name=name):
                return {"properties" if name in MAPPINGS else "items"}
            case Tagged():
                return {"properties"}
            case Named():
                return _EVERY - {"items"}
            case Plain(name=name):
                return {_kind_of(name)}
            case OneOf():
                return _EVERY


_CONTAINERS: Final = frozenset({"items", "values"})


def _steps(found: list[Type]) -> Iterator[tuple[str, list[Type]]]:
    """List where something is in values, and what is there."""
    listed = [one for one in found if isinstance(one, Generic)]
    yield "items", [one.of[0] for one in listed if one.name in {"Sequence", "list"}]
    yield "values", [one.of[0] for one in listed if one.name in MAPPINGS]
    for one in listed if any(each.name == "tuple" for each in listed) else ():
        yield from ((str(at), [each]) for at, each in enumerate(one.of))
    yield from ((spelled(one), [one]) for one in found)


def _kind_of(name: str) -> Kind:
    if name in _NEITHER:
        return ""
    return "number" if name in _NUMBERS else "text"


def _is_integer(one: Type) -> bool:
    match one:
        case Plain(name=name):
            return name in _WHOLE
        case Literals(values=values):
            return not any(isinstance(value, float) for value in values)
        case _:
            return False
