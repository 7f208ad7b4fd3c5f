r"""Halves of characters in JSON: `"\ud800"` is a legal text, and stands for none.

The library's parser refuses them, so that it reads characters of nobody's instead.
https://www.rfc-editor.org/rfc/rfc8259#section-8.2
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel

from .kinds import is_array, is_object

_HALVES = range(0xD800, 0xE000)
_STAND_INS = 0x10F800
"""Where as many characters are that Unicode leaves to private use."""

_SHOWN = {_STAND_INS + index: half for index, half in enumerate(_HALVES)}
_ESCAPE = re.compile(
    r"\\(?:u[Dd][89ABab]..\\u[Dd][C-Fc-f]..|u([Dd][89A-Fa-f][0-9A-Fa-f]{2})|.)",
    re.DOTALL,
)
_TAKEN = re.compile(
    r"[\U0010F800-\U0010FFFF]|\\u[Dd][Bb][Ff][EFef]\\u[Dd][C-Fc-f]", re.ASCII
)


def hidden(content: bytes | str) -> str | None:
    """Put other characters for halves, if there are any and a text lacks those."""
    try:
        text = content if isinstance(content, str) else content.decode()
    except UnicodeDecodeError:
        return None
    made = _ESCAPE.sub(_stand_in, text)
    return None if made == text or _TAKEN.search(text) else made


def _stand_in(escape: re.Match[str]) -> str:
    half = escape[1]
    return chr(int(half, 16) - _HALVES.start + _STAND_INS) if half else escape[0]


def shown(value: Any) -> Any:
    """Put the halves back into a value, in place where it is a model."""
    match value:
        case str():
            text = value.translate(_SHOWN)
            return value if text == value else type(value)(text)
        case BaseModel():
            for values in (vars(value), value.__pydantic_extra__ or {}):
                kept = {shown(name): shown(each) for name, each in values.items()}
                values.clear()
                values.update(kept)
            value.__pydantic_fields_set__ = shown(value.model_fields_set)
            return value
        case _ if is_object(value):
            return {shown(name): shown(each) for name, each in value.items()}
        case _ if is_array(value):
            kind: Any = type(value)
            return kind(map(shown, value))
        case _:
            return value
