r"""Patterns of ECMA-262, written for Python's `re`, and nothing of the product's.

`$` is the very end, `\d` and `\w` know ASCII alone, `\s` knows other spaces.
https://tc39.es/ecma262/#sec-patterns
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsonschema import ValidationError

_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[$.]", re.DOTALL)
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_CLASSES = {
    r"\d": "0-9",
    r"\w": "A-Za-z0-9_",
    r"\s": r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
}
_PARTS = {
    "$": r"\Z",
    ".": r"[^\n\r\u2028\u2029]",
    **{name: f"[{inside}]" for name, inside in _CLASSES.items()},
    **{name.upper(): f"[^{inside}]" for name, inside in _CLASSES.items()},
}


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for Python."""
    return re.compile(_PART.sub(_rewritten, pattern))


def _rewritten(part: re.Match[str]) -> str:
    if part[0].startswith("["):
        return _ESCAPE.sub(lambda found: _CLASSES.get(found[0], found[0]), part[0])
    return _PARTS.get(part[0], part[0])


def pattern(_: object, given: str, value: object, __: object) -> Iterator[object]:
    """Assert the keyword `pattern` of a schema."""
    if isinstance(value, str) and not compiled(given).search(value):
        yield ValidationError(f"{value!r} does not match {given!r}")
