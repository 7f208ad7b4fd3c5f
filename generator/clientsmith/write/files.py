"""What a run wants to see in the output folder."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from msgspec import Struct


class Mode(StrEnum):
    """Whose a file is once it is written: ours for good, or its reader's."""

    OWNED = "owned"
    SEEDED = "seeded"


class File(Struct, frozen=True):
    """One file of the output, and the pointers it came from.

    `path` is relative to the output folder, with slashes on every platform.
    """

    path: str
    text: str
    mode: Mode = Mode.OWNED
    sources: tuple[str, ...] = ()
    verbatim: bool = False
    """Whether it is a copy of a file that was formatted and tested where it is kept."""


def digest(content: bytes) -> str:
    """Hash a file as version control sees it: git may check out CRLF."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def text_digest(text: str) -> str:
    """Hash a text as the file that it becomes."""
    return digest(text.encode())
