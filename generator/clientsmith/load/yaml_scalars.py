"""What a plain scalar means in YAML 1.2: `no`, `on` and dates are strings.

https://yaml.org/spec/1.2.2/#1032-tag-resolution
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC_START: Final = frozenset("+-.0123456789")
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def resolve_scalar(text: str) -> str | int | float | bool | None:
    """Read a plain scalar by the core schema.

    Raises:
        ValueError: The number has more digits than Python converts.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMERIC_START:
        return _resolve_number(text)
    return text


def _resolve_number(text: str) -> str | int | float:
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, base=0)
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", ""))
    return text
