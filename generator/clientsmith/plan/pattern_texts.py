"""Texts that a pattern matches, made by walking through what Python reads in it.

https://tc39.es/ecma262/#sec-patterns
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from string import ascii_letters, digits
from typing import Any, TypeAlias

from clientsmith.shipped import runtime_names

_Steps: TypeAlias = Any
"""What Python's parser makes of a pattern: pairs of an operation and its arguments."""

_TIMES = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144)
"""How often what may repeat is repeated beyond what it must, in one attempt each."""
_LONGEST = 300
_PLAIN = [
    *map(ord, "a1A" + ascii_letters + digits + " -_.:/@+#,;=~!?&%$'\"()<>[]{}|\\^`*")
]
_OTHERS = [*range(0xC0, 0x250), *range(0x3040, 0x3060), 9, 10, 13, *range(32)]
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda text: text.isalnum() or text == "_",
}


def matching(pattern: str) -> Iterator[str]:
    """Yield texts of several lengths that a pattern matches, the shortest first.

    There are none where what has to be there depends on what stands around it.
    """
    runtime = runtime_names("patterns")
    if runtime["problem"](pattern) is not None:
        return
    compiled = runtime["_compiled"](pattern)
    steps = import_module("re._parser").parse(compiled.pattern, compiled.flags)
    seen = set[str]()
    for times in _TIMES:
        text = _Walk(times).text(steps)
        if text and text not in seen and len(text) < _LONGEST:
            seen.add(text)
            if runtime["matches"](pattern, text):
                yield text


class _Walk:
    """One way through a pattern, with everything repeated a little more often."""

    def __init__(self, times: int) -> None:
        self._times = times
        self._groups: dict[int, str] = {}

    def text(self, steps: _Steps) -> str:
        """Return a text for some steps."""
        return "".join(self._step(str(name), given) for name, given in steps)

    def _step(self, name: str, given: Any) -> str:
        match name:
            case "BRANCH":
                _, ways = given
                return self.text(ways[self._times % len(ways)])
            case "SUBPATTERN":
                group, *_, inner = given
                self._groups[group or 0] = found = self.text(inner)
                return found
            case "ATOMIC_GROUP":
                return self.text(given)
            case "GROUPREF":
                return self._groups.get(given, "")
            case "GROUPREF_EXISTS":
                return self.text(given[1])  # so the runtime spells every reference
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = given
                count = min(int(most), int(least) + self._times)
                return "".join(self.text(inner) for _ in range(min(count, _LONGEST)))
            case _:
                return _character(name, given)


def _character(name: str, given: Any) -> str:
    """Return what stands for one character, or nothing for a place."""
    match name:
        case "LITERAL":
            return chr(given)
        case "ANY":
            return "a"
        case "NOT_LITERAL":
            return _one(lambda code: code != given)
        case "IN":
            return _one(lambda code: _is_in(given, code))
        case _:
            return ""


def _one(fits: Callable[[int], bool]) -> str:
    """Return the plainest character of a kind."""
    found = (code for code in chain(_PLAIN, _OTHERS) if fits(code))
    return chr(next(found, ord("a")))


def _is_in(members: Any, code: int) -> bool:
    """Tell whether a character is in a set, which may be of all but some."""
    listed = [(str(name), given) for name, given in members]
    negated = bool(listed) and listed[0][0] == "NEGATE"
    return negated != any(_is_one(name, given, code) for name, given in listed)


def _is_one(name: str, given: Any, code: int) -> bool:
    match name:
        case "LITERAL":
            return bool(code == given)
        case "RANGE":
            return bool(given[0] <= code <= given[1])
        case "CATEGORY":
            return _is_of(str(given), chr(code))
        case _:
            return False


@cache
def _is_of(category: str, text: str) -> bool:
    plain = category.replace("_NOT_", "_")
    return (plain != category) != (text.isascii() and _CATEGORIES[plain](text))
