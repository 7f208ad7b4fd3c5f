"""What there is to say where a package is called otherwise than before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from clientsmith.diagnostics import Diagnostic, Note, Position, hint
from clientsmith.nearby import nearby

from .layout import Layout

_SHOWN: Final = 5


def package_reports(layout: Layout) -> Iterator[Diagnostic]:
    """Say that a package has taken the place of another one, and what is left of it."""
    if layout.before is None:
        return
    old, new = layout.before.package, layout.package
    left = _left(layout.before.package_folder)
    notes = [Note(f"`{nearby(each)}` was not generated, and stays") for each in left]
    yield hint(
        "package-renamed",
        f"the package is called `{new}` now, and what was generated as `{old}` is gone",
        Position(str(layout.package_folder), 1, 1),
        notes=tuple(notes[:_SHOWN]),
        hint=_advice(layout, old, new, is_left=bool(left)),
    )


def _advice(layout: Layout, old: str, new: str, *, is_left: bool) -> str:
    seeded = "`pyproject.toml` and `README.md` are yours: change the name there, too"
    if not is_left:
        return seeded
    folder = nearby(layout.out)
    return f"move what is left in `{folder}/{old}` to `{folder}/{new}`; {seeded}"


def _left(folder: Path) -> list[Path]:
    """List the files that nobody has generated; compiled modules are none."""
    found = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return [each for each in found if "__pycache__" not in each.parts]
