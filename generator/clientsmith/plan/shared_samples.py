"""Samples with what several of them hold written once: `REPOSITORY`, `SENDER`."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from clientsmith.ir import name_of

from .casing import constant_case, named
from .code import Code, code, join, literal

_LARGE = 6
"""How many members an object has, at least, that is worth a name."""
_TAKEN = frozenset({"JSON", "SECRET"})


class SharedSamples:
    """Objects that more than one sample holds, by their JSON, each with a name.

    Samples are given under what they are samples of.
    """

    def __init__(self, samples: Iterable[tuple[str, object]]) -> None:
        self._known: dict[str, str] = {}
        self._values: dict[str, dict[str, object]] = {}
        self._collect(samples)

    @property
    def constants(self) -> list[tuple[Code, Code]]:
        """Spell each object that has a name, after those that it holds itself."""
        ordered = sorted(self._values, key=lambda text: (len(text), text))
        return [
            (named(self._known[text]), self._members(self._values[text]))
            for text in ordered
        ]

    def spell(self, value: object) -> Code:
        """Spell a sample, with names for what it shares."""
        match value:
            case dict():
                members = cast("dict[str, object]", value)
                known = self._known.get(_text(members))
                return named(known) if known else self._members(members)
            case list():
                items = map(self.spell, cast("list[object]", value))
                return code("[{}]", join(", ", items))
            case _:
                return literal(value)

    def _members(self, members: Mapping[str, object]) -> Code:
        pairs = [
            code("{}: {}", literal(key), self.spell(each))
            for key, each in members.items()
        ]
        return code("{{{}}}", join(", ", pairs))

    def _collect(self, samples: Iterable[tuple[str, object]]) -> None:
        counted = Counter[str]()
        keys = defaultdict[str, Counter[str]](Counter)
        first: dict[str, str] = {}
        for about, sample in samples:
            for key, members in _objects("", sample):
                text = _text(members)
                counted[text] += 1
                keys[text][key] += 1
                first.setdefault(text, about)
                self._values[text] = members
        shared = [text for text, times in counted.most_common() if times > 1]
        self._values = {text: self._values[text] for text in shared}
        for text in shared:
            ((key, _),) = keys[text].most_common(1)
            self._known[text] = self._name(key, first[text])

    def _name(self, key: str, about: str) -> str:
        """Name an object after its key, and after the first sample that holds it."""
        taken = {*self._known.values(), *_TAKEN}
        wanted = [constant_case(name_of(text)) for text in (key, f"{about} {key}")]
        name = next((one for one in wanted if one not in taken), wanted[-1])
        while name in taken:
            name += "_"
        return name


def _objects(key: str, value: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the large objects in a sample, and under which key each of them stands."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        if key and len(members) >= _LARGE:
            yield key, members
        for name, each in members.items():
            yield from _objects(name, each)
    elif isinstance(value, list):
        for each in cast("list[object]", value):
            yield from _objects(key, each)


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True)
