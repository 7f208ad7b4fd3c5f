"""Python names for the properties of one object, or the arguments of one call."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from typing import Literal, TypeAlias

from clientsmith.ir import Name, name_of, spelled

Style: TypeAlias = Literal["snake_case", "camelCase"]
"""How a document spells most of its keys; such a key has a right to its name."""

_SIGNED = re.compile(r"[+-]\d")
_CAMEL = re.compile(r"[a-z][A-Z]")


def style_of(keys: Iterable[str]) -> Style:
    """Tell how most keys of several words are spelled."""
    camel = snake = 0
    for key in keys:
        camel += _CAMEL.search(key) is not None
        snake += "_" in key.strip("_")
    return "camelCase" if camel > snake else "snake_case"


@cache
def is_regular(key: str, style: Style) -> bool:
    """Tell whether a key is spelled as the document spells keys."""
    words = [word.lower() for word in name_of(key).words]
    if style == "snake_case":
        return key == "_".join(words)
    return key == "".join([*words[:1], *(word.capitalize() for word in words[1:])])


def python_names(
    keys: Iterable[str],
    spell: Callable[[Name], str],
    style: Style = "snake_case",
    fixed: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Give each key a name; keys that read alike say aloud what tells them apart.

    `fixed` are names that are set or were published.
    """
    wanted = list(dict.fromkeys(keys))
    names = {key: fixed[key] for key in wanted if fixed and key in fixed}
    plain = {key: spell(name_of(key)) for key in wanted if key not in names}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in plain.items():
        if name_of(key) and not _SIGNED.match(key):
            groups[name].append(key)
    taken = {*names.values()}
    for name, group in groups.items():
        regular = [key for key in group if is_regular(key, style)]
        if name not in taken and len(regular or group) == 1:
            names[(regular or group)[0]] = name
    rest = [key for key in plain if key not in names]
    return names | _aloud(rest, spell, {*taken, *groups})


def _aloud(
    keys: list[str],
    spell: Callable[[Name], str],
    taken: set[str],
) -> dict[str, str]:
    """Let each key say more of how it is spelled, until no other one says the same."""
    names: dict[str, str] = {}
    ladders = {key: [spell(name) for name in spelled(key)] for key in keys}
    for rung in range(max(map(len, ladders.values()), default=0)):
        said = {key: ladders[key][rung] for key in keys if key not in names}
        counts = Counter(said.values())
        free = {k: n for k, n in said.items() if counts[n] == 1 and n not in taken}
        names |= free
        taken |= {*said.values()}
    for key in keys:
        digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:6]
        names.setdefault(key, f"{ladders[key][-1]}_{digest}")
    return names
