"""What a configuration comes to for each target, and where each value was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any, TypeAlias

from msgspec import Struct

from clientsmith.diagnostics import Position
from clientsmith.features import ALL
from clientsmith.misfits import keys_of

from .tables import TargetTable
from .target import usual
from .written import Written

_Keys: TypeAlias = tuple[str, ...]

_BY_NAME = ("policy", "pagination")
"""Tables that hold what is said of them in several places, name by name."""


class Setting(Struct, frozen=True):
    """One value, by the keys that lead to it from its target."""

    keys: _Keys
    value: Any
    at: Position | None = None
    """Where it was said; by default it is so."""


def settings_of(written: Written, target: str) -> list[Setting]:
    """List every value that holds for a target, in the order of the tables."""
    own = written.tables["targets"][target]
    defaults = written.tables.get("defaults", {})
    homes = [(("targets", target), own), (("defaults",), defaults)]
    said = dict(_said(written, homes))
    plain = {key: Setting((key,), value) for key, value in usual().items()}
    found = plain | said
    return [
        *(found[key] for key in keys_of(TargetTable) if key in found),
        *_by_name(written, [*homes, ((), written.tables)]),
    ]


def common_settings(written: Written) -> list[Setting]:
    """List every value that is said for all targets at once, and not of each."""
    allowed = written.tables.get("references", {})
    sources = written.tables.get("sources", {})
    every = [
        *(("references", key) for key in allowed),
        *(("sources", file, key) for file, each in sources.items() for key in each),
    ]
    return [
        Setting(keys, _value(written, keys), written.place(*keys)) for keys in every
    ]


def _value(written: Written, keys: _Keys) -> Any:
    return reduce(lambda table, key: table[key], keys, written.tables)


_Home: TypeAlias = tuple[_Keys, Mapping[str, Any]]


def _said(written: Written, homes: list[_Home]) -> Iterator[tuple[str, Setting]]:
    """Yield plain values; what a target says itself comes last and counts."""
    for path, table in reversed(homes):
        for key, value in table.items():
            if key not in _BY_NAME:
                yield key, Setting((key,), value, written.place(*path, key))


def _by_name(written: Written, homes: list[_Home]) -> Iterator[Setting]:
    """Yield what tables of several places hold; the nearest counts.

    A policy for all leaves nothing to what is farther away.
    """
    for key in _BY_NAME:
        found: dict[str, Setting] = {}
        for path, table in homes:
            if key == "policy" and ALL in found:
                break
            for name, value in table.get(key, {}).items():
                at = written.place(*path, key, name)
                found.setdefault(name, Setting((key, name), value, at))
        yield from (found[name] for name in sorted(found))
