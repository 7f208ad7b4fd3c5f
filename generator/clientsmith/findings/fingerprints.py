"""What makes a problem the same one tomorrow: what it says and of what, not its line.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317640
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Final

from clientsmith.diagnostics import Diagnostic, Position
from clientsmith.excerpts import Places
from clientsmith.pointer import Pointer

_LINE: Final = re.compile(r"\b(line|column) \d+")
_LENGTH: Final = 16


def fingerprint(
    diagnostic: Diagnostic, places: Places, path: Callable[[str], str | None]
) -> str:
    """Return the digest of a problem: of its code, its place and its message.

    `path` names files as every machine knows them.
    """
    place = _place(diagnostic.at, places, path)
    parts = (diagnostic.code, place, _said(diagnostic))
    return sha256("\0".join(parts).encode()).hexdigest()[:_LENGTH]


def _said(diagnostic: Diagnostic) -> str:
    return _LINE.sub(r"\1", diagnostic.message)


def _place(
    at: Pointer | Position | None,
    places: Places,
    path: Callable[[str], str | None],
) -> str:
    """Name a place by its pointer, or by what its line says."""
    match at:
        case Pointer():
            return str(at)
        case Position():
            lines = (places.text_of(at.file) or "").split("\n")
            line = lines[at.line - 1] if at.line <= len(lines) else ""
            return f"{path(at.file)} {line.strip()}"
        case None:
            return ""
