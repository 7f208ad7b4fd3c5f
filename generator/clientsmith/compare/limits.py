"""Which way a limit has moved: what the server asserts of a value beyond its type.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

Moved: TypeAlias = Literal["tighter", "looser"]
Limits: TypeAlias = tuple[tuple[str, str], ...]


def moves(before: Limits, after: Limits) -> frozenset[Moved]:
    """Say which ways the limits of a value have moved; both ways is possible."""
    old, new = dict(before), dict(after)
    return frozenset(
        way for name in {*old, *new} for way in _moved(name, old, new) if way
    )


def _moved(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> list[Moved]:
    if old.get(name) == new.get(name):
        return []
    if name not in old:
        return ["tighter"]
    if name not in new:
        return ["looser"]
    low, high = name.partition("_")[0], name.rpartition("_")[2]
    grows = float(new[name]) > float(old[name]) if _is_number(name) else None
    if grows is None:
        return ["tighter", "looser"]
    is_upper = low == "max" or high == "maximum"
    return ["looser" if grows == is_upper else "tighter"]


_NUMBERS = frozenset(
    {
        "minimum",
        "maximum",
        "exclusive_minimum",
        "exclusive_maximum",
        "min_length",
        "max_length",
        "min_items",
        "max_items",
        "min_properties",
        "max_properties",
    }
)


def _is_number(name: str) -> bool:
    return name in _NUMBERS


def written(limits: Limits) -> str:
    """Write limits in one line."""
    return ", ".join(f"{name} {value}" for name, value in limits)
