"""Paths as somebody writes them who stands in this folder."""

from __future__ import annotations

from pathlib import Path


def nearby(path: str | Path) -> str:
    """Write a path from the working directory, if it leads below that."""
    whole, here = Path(path), Path.cwd()
    if whole.is_absolute() and whole.is_relative_to(here):
        return whole.relative_to(here).as_posix()
    return str(path)
