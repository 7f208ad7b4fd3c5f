"""What somebody wants to have explained: a code, a line or a pointer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal["code", "line", "pointer"]

_LINE: Final = re.compile(r"(.+?):(\d+)(?::\d+)?")


class Question(Struct, frozen=True):
    """What is asked for; `line` counts from 1 where that is one."""

    kind: Kind
    text: str
    line: int = 0


def read_question(text: str) -> Question:
    """Tell what a word is: `FILE:LINE`, a pointer, or else the code of a diagnostic."""
    place = _LINE.fullmatch(text)
    if place and (Path(place[1]).exists() or "#" not in text):
        return Question("line", place[1], int(place[2]))
    if "#" in text:
        return Question("pointer", text)
    if text.startswith("/"):
        return Question("pointer", f"#{text}")
    return Question("code", text)
