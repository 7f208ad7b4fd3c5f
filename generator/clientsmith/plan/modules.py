"""Which module is called what: after the class it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256

from clientsmith.ir import case_of, name_of
from clientsmith.pointer import Pointer

from .casing import class_name, module_name


def choose_modules(
    titles: Mapping[Pointer, str],
    folder: str,
    taken: frozenset[str],
) -> dict[Pointer, str]:
    """Name modules; where file systems might not see a difference, names say it."""
    by_name: defaultdict[str, list[Pointer]] = defaultdict(list)
    for at, title in titles.items():
        by_name[f".{folder}.{module_name(name_of(title))}"].append(at)
    return {
        at: name if at == _keeping(group, titles, name, taken) else other
        for name, group in by_name.items()
        for at, other in _others(name, group, titles).items()
    }


def _keeping(
    group: list[Pointer],
    titles: Mapping[Pointer, str],
    name: str,
    taken: frozenset[str],
) -> Pointer | None:
    """Say who keeps a name: who is alone, or spelled like it."""
    if name in taken:
        return None
    plain = [at for at in group if class_name(name_of(titles[at]).lower) == titles[at]]
    return group[0] if len(group) == 1 else plain[0] if len(plain) == 1 else None


def _others(
    name: str,
    group: list[Pointer],
    titles: Mapping[Pointer, str],
) -> dict[Pointer, str]:
    """Return the names of a group that are not the plain one."""
    if len(group) == 1:
        return {group[0]: f"{name}_schema"}
    cases = defaultdict[str, int](int)
    for at in group:
        cases[case_of(titles[at])] += 1
    return {
        at: f"{name}_{case if cases[case] == 1 else _digest(titles[at])}"
        for at in group
        for case in (case_of(titles[at]),)
    }


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:6]
