"""Finds the descriptions in a folder, and not what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .decode import decode
from .source import Source
from .text import read_text

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIXES: Final = frozenset({".json", ".yaml", ".yml", ".md", ".markdown", ".mdx"})


def descriptions_in(folder: Path) -> list[Path]:
    """List the files of a folder, and below it, that have `openapi` or `swagger`."""
    return [
        path
        for path in sorted(folder.rglob("*"), key=lambda path: path.as_posix())
        if path.suffix.lower() in _SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
        and _is_description(path)
    ]


def _is_description(path: Path) -> bool:
    text = path.read_bytes()
    if b"openapi" not in text and b"swagger" not in text:
        return False
    decoded = decode(Source(path.name, text)).value
    read = read_text(decoded).value if decoded else None
    value = read.value if read else None
    return isinstance(value, dict) and not value.keys().isdisjoint(
        ("openapi", "swagger")
    )
