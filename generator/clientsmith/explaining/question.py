"""What somebody wants to have explained: a code, a line or a pointer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal["code", "file", "line", "pointer"]

_LINE: Final = re.compile(r"(.+?):(\d+)(?::\d+)?")


class Question(Struct, frozen=True):
    """What is asked for; `line` counts from 1 where that is one."""

    kind: Kind
    text: str
    line: int = 0


def read_question(text: str) -> Question:
    """Tell what a word is: a file, a line of one, a pointer, or else a code."""
    if Path(text).is_file():
        return Question("file", text)
    place = _LINE.fullmatch(text)
    if place and (Path(place[1]).exists() or "#" not in text):
        return Question("line", place[1], int(place[2]))
    if "#" in text:
        return Question("pointer", text)
    if text.startswith("/"):
        return Question("pointer", f"#{text}")
    if "/" in text or Path(text).suffix:
        return Question("file", text)
    return Question("code", text)
