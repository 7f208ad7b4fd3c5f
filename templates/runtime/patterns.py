r"""Regular expressions of ECMA-262, as far as Python's are the same or can be.

`\d`, `\w` and `\b` know ASCII alone, `\s` every space there is; `$` is the very end.
https://tc39.es/ecma262/#sec-patterns
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

_TOKEN = re.compile(r"\\.|\[\^?|[\]$.]", re.DOTALL)
_SPACES = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_INSIDE = {r"\s": _SPACES}
_OUTSIDE = {
    r"\s": f"[{_SPACES}]",
    r"\S": f"[^{_SPACES}]",
    "$": r"\Z",
    ".": r"[^\n\r\u2028\u2029]",
}


def matches(pattern: str, text: str) -> bool:
    """Tell whether a pattern is found anywhere in a text.

    One that Python does not read is taken to be.
    """
    compiled = _compiled(pattern)
    return compiled is None or compiled.search(text) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what `re` means to read otherwise
            return re.compile(_translated(pattern), re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None


def _translated(pattern: str) -> str:
    inside = False

    def translate(match: re.Match[str]) -> str:
        nonlocal inside
        found = match[0]
        if found[0] in "[]":
            inside = found != "]"
        return (_INSIDE if inside else _OUTSIDE).get(found, found)

    return _TOKEN.sub(translate, pattern)
