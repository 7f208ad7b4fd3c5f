"""Python names for the properties of one object, or the arguments of one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clientsmith.ir import Name, name_of

_SPOKEN = {
    "+": "plus",
    "-": "minus",
    "$": "dollar",
    "@": "at",
    "#": "number",
    "*": "star",
    "%": "percent",
    "&": "and",
    "<": "less",
    ">": "greater",
    "=": "equals",
    "!": "not",
    "~": "tilde",
}


def python_names(
    keys: Iterable[str],
    spell: Callable[[Name], str],
) -> dict[str, str]:
    """Give each key a name; keys that read alike say their punctuation aloud."""
    wanted = list(dict.fromkeys(keys))
    plain = {key: spell(name_of(key)) for key in wanted}
    names: dict[str, str] = {}
    for key in wanted:
        alike = [other for other in wanted if plain[other] == plain[key]]
        first = min(alike, key=lambda other: (other != plain[key], other))
        if key == first and name_of(key):
            names[key] = plain[key]
        else:
            names[key] = _free(spell(_aloud(key)), {*plain.values(), *names.values()})
    return names


def _aloud(key: str) -> Name:
    spoken = "".join(f" {_SPOKEN[char]} " if char in _SPOKEN else char for char in key)
    return name_of(spoken) or Name(("empty",))


def _free(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free
