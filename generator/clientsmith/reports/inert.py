"""The door of the page: text of a description shows what it is, and does nothing.

https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
"""

from __future__ import annotations

import unicodedata
from typing import Final

from markupsafe import Markup

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
"""Controls, formats, surrogates, what nobody has assigned, and ends of lines."""
_KEPT: Final = frozenset("\n\t\u200c\u200d")
"""Ends of lines and tabs; joiners are part of how some scripts are written."""


def inert(value: object) -> str:
    """Show characters that do not show, and leave what is markup already.

    Raises:
        TypeError: A template printed what is no text.
    """
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text, and a template printed it")
    return value if value.isascii() and value.isprintable() else _shown(value)


def _shown(text: str) -> str:
    return "".join(map(_character, text))


def _character(one: str) -> str:
    if one in _KEPT or unicodedata.category(one) not in _HIDDEN:
        return one
    return one.encode("unicode_escape").decode("ascii")
