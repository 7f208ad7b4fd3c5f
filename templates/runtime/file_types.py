"""What files are called, and which media type a name stands for."""

from __future__ import annotations

from fnmatch import fnmatchcase
from os import PathLike, fspath
from pathlib import Path
from typing import cast

UNKNOWN = "application/octet-stream"
"""What bytes are of which no more is known (RFC 2046, section 4.5.1)."""


def file_name(content: object) -> str | None:
    """Return the name of a file, without its folders."""
    name: object = getattr(content, "name", None)
    if isinstance(content, PathLike):
        name = fspath(cast("PathLike[str]", content))
    # Unnamed temporary files are called by a number.
    return Path(name).name if isinstance(name, str) else None


def file_type(allowed: str, content: object, name: str | None = None) -> str:
    """Choose the media type of a file among those that an API takes, best first.

    `image/*` and lists need a look at the name; where that says nothing, the first
    type that is no range is taken.
    """
    types = [each.strip() for each in allowed.split(",") if each.strip()]
    if len(types) == 1 and "*" not in types[0]:
        return types[0]
    guessed = _guess(name or file_name(content) or "")
    if guessed and (not types or any(fnmatchcase(guessed, each) for each in types)):
        return guessed
    return next((each for each in types if "*" not in each), UNKNOWN)


def _guess(name: str) -> str | None:
    from mimetypes import guess_type  # reads the tables of the system

    guessed, coding = guess_type(name)
    return guessed if coding is None else None
