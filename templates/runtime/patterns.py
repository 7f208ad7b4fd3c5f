r"""Regular expressions of ECMA-262, flag `u`, as far as Python's can be the same.

`\d`, `\w` and `\b` know ASCII alone, `\s` every space there is; `$` is the very end,
and a reference to a group that did not take part is empty. The generator loads this
module, too, to say which patterns are not checked.
https://tc39.es/ecma262/#sec-patterns
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import inf, log2

_ESCAPE = (
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u\{[0-9a-fA-F]+\}|c[a-zA-Z]|k<\w+>|[1-9][0-9]*|[\s\S])"
)
_IN_SET = re.compile(rf"{_ESCAPE}|\[")
_TOKEN = re.compile(
    r"(?P<set>\[(?:\\[\s\S]|[^\]\\])*\])"
    rf"|(?P<escape>{_ESCAPE})"
    r"|(?P<open>\((?:\?(?:P?<\w+>|<?[=!]|:)?)?)"
    r"|(?P<close>\))"
    r"|(?P<times>[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??"
    r"|(?P<other>[\s\S])"
)
_SPACES = r"\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_NO_SPACES = (
    r"\x00-\x08\x0e-\x1f!-\x9f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e"
    r"\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\U0010ffff"
)
# Classes at both ends let Python refuse the range `\s-z`, as it should.
_INSIDE = {r"\s": rf"\s{_SPACES}\s", r"\S": rf"\d{_NO_SPACES}\d", "[": r"\["}
_OUTSIDE = {
    r"\s": rf"[\s{_SPACES}]",
    r"\S": rf"[^\s{_SPACES}]",
    "$": r"\Z",
    ".": r"[^\n\r\u2028\u2029]",
    "[]": "(?!)",
    "[^]": r"[\s\S]",
}


def matches(pattern: str, text: str) -> bool:
    """Tell whether a pattern is found anywhere in a text.

    It is taken to be where that cannot be told, or not in time.
    """
    compiled = _compiled(pattern)
    if isinstance(compiled, str) or len(text) > _longest(pattern):
        return True
    return compiled.search(text) is not None


def problem(pattern: str) -> str | None:
    """Say why a pattern is taken to match whatever the text, if it is."""
    compiled = _compiled(pattern)
    return compiled if isinstance(compiled, str) else None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str] | str:
    """Return a pattern for Python, or why there is none."""
    tokens = list(_TOKEN.finditer(pattern))
    if _forgets(tokens):
        return "a group is forgotten where it repeats, and referred to"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what `re` means to read otherwise
            return re.compile("".join(map(_translated, tokens)), re.ASCII)
    except re.error as unread:
        return unread.msg
    except (OverflowError, RecursionError) as unread:
        return str(unread)


def _forgets(tokens: list[re.Match[str]]) -> bool:
    """Tell whether a reference may be to what ECMA-262 forgets and Python does not.

    That is what a group has matched in an earlier round or when looking around.
    """
    if not any(_is_reference(token) for token in tokens):
        return False
    around = any(token[0].endswith(("=", "!")) for token in tokens if token["open"])
    return around or any(
        before["close"] and after["times"] and after["times"] != "?"
        for before, after in pairwise(tokens)
    )


def _is_reference(token: re.Match[str]) -> bool:
    return bool(token["escape"]) and token[0][1] in "123456789k"


def _translated(token: re.Match[str]) -> str:
    found = token[0]
    if found in _OUTSIDE:
        return _OUTSIDE[found]
    if token["set"]:
        return found[0] + _IN_SET.sub(_inside, found[1:])
    if token["escape"]:
        return _escape(found)
    # Python spells names otherwise, and has the same signs for looking back.
    return re.sub(r"^\(\?<(?=\w)", "(?P<", found)


def _inside(token: re.Match[str]) -> str:
    found = token[0]
    if found in _INSIDE:
        return _INSIDE[found]
    return _escape(found) if found[1] in "cu" else found


def _escape(found: str) -> str:
    name = found[3:-1]
    match found[1]:
        case "k":
            return f"(?({name})(?P={name}))"
        case "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9":
            return f"(?({found[1:]}){found})"
        case "c" if found[2:]:
            return f"\\x{ord(found[2]) % 32:02x}"
        case "u" if found[2:3] == "{":
            return f"\\U{int(name, 16):08x}"
        case "u" if found[2:]:
            high, low = int(found[2:6], 16), int(found[8:], 16)
            return f"\\U{0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00:08x}"
        case _:
            return found


_FEW = 10
"""As often may a group repeat that matches in several ways."""
_STEPS = 20
"""Two to the power of this are the steps that may be taken."""


@dataclass(slots=True)
class _Group:
    """What is inside of a group that is being read."""

    atoms: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    """What matches one character, and whether it repeats."""
    is_flat: bool = True
    varies: int = 0
    """Whether it matches in several ways, and 2 if they multiply already."""

    @property
    def is_separated(self) -> bool:
        r"""Whether one sign tells where each round ends, as in `(-\w+)*`."""
        if not self.is_flat or sum(varies for _, varies in self.atoms) != 1:
            return False
        for index in (0, -1):
            sign, varies = self.atoms[index][0][-1], self.atoms[index][1]
            others = self.atoms[1:] if index == 0 else self.atoms[:-1]
            literal = self.atoms[index][0] in {sign, f"\\{sign}"}
            if varies or not literal or sign.isalnum():
                continue
            if not any(_is_one(sign, other) for other, _ in others):
                return True
        return False


def _is_one(sign: str, atom: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.fullmatch(atom, sign, re.ASCII) is not None


@lru_cache(maxsize=1024)
def _longest(pattern: str) -> float:
    """Return how long a text may be so that Python tries no more ways than it can.

    Where a group repeats that matches in several ways, as in `(a+)+`, each character
    may multiply the ways to try.
    """
    groups, closed = [_Group()], None
    branches, is_slow = 0, False
    for token in _TOKEN.finditer(pattern):
        here, before, closed = groups[-1], closed, None
        if token["open"]:
            groups.append(_Group())
        elif token["close"] and groups[1:]:
            closed = groups.pop()
            groups[-1].is_flat = False
            groups[-1].varies = max(groups[-1].varies, closed.varies)
        elif token["times"]:
            least, most = _times(token["times"])
            branches += least != most
            is_slow |= before is not None and _repeated(here, before, most)
            here.varies = max(here.varies, least != most)
            if before is None and here.atoms:
                here.atoms[-1] = here.atoms[-1][0], least != most
        elif token[0] == "|":
            branches += 1
            here.varies, here.is_flat = max(here.varies, 1), False
        else:
            here.is_flat &= not _is_reference(token)
            here.atoms.append((_translated(token), False))
    return _STEPS // log2(max(branches, 2)) if is_slow else inf


def _repeated(around: _Group, group: _Group, most: float) -> bool:
    """Tell whether repeating a group is too much, and note if it is not."""
    if not group.varies or most == 1 or group.is_separated:
        return False
    around.varies = 2
    return most > _FEW or group.varies > 1


def _times(quantifier: str) -> tuple[int, float]:
    match quantifier:
        case "?":
            return 0, 1
        case "*" | "+":
            return 0, inf
        case _:
            least, comma, most = quantifier[1:-1].partition(",")
            return int(least), float(most or inf) if comma else int(least)
