"""Paths as somebody writes them who stands in this folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_NEAR: Final = 2
"""How many folders up somebody goes before a path is written whole."""


def nearby(path: str | Path) -> str:
    """Write a path from the working directory, if it leads below that, or beside it."""
    whole, here = Path(path), Path.cwd()
    if not whole.is_absolute():
        return str(path)
    if whole.is_relative_to(here):
        return whole.relative_to(here).as_posix()
    return _beside(whole, here) or str(path)


def _beside(whole: Path, here: Path) -> str | None:
    """Write a path that leads up and down again, as in a folder of the project."""
    around = [one for one in here.parents[:_NEAR] if whole.is_relative_to(one)]
    if not around or around[0] in {whole, Path(here.anchor)}:
        return None
    return Path(os.path.relpath(whole, here)).as_posix()
