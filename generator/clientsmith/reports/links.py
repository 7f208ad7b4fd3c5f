"""Where the lines of descriptions can be looked at."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import quote

from msgspec import Struct

from clientsmith.diagnostics import Position

HOLES: Final = ("revision", "path", "line")
_HOLE: Final = re.compile(r"\{(\w*)\}")
_WEB: Final = ("http://", "https://")
_NOWHERE: Final = ("-", "<stdin>")


class Where(Struct, frozen=True):
    """Where the files of one package are."""

    folder: Path = Path()
    """What names are relative to."""
    root: Path = Path()
    """What paths in addresses are relative to."""
    revision: str = "HEAD"
    """The commit, or for the work tree the one that it was made from."""
    is_here: bool = True
    """Whether the files are in the work tree."""


class Links(Struct, frozen=True):
    """How links are made: by a template, or to files beside the page."""

    template: str | None = None
    here: Path = Path()
    """Where the page is, as far as anybody knows."""

    def of(self, at: Position, where: Where) -> str | None:
        """Return where a line is shown; None where it is not."""
        if at.file.startswith(_WEB):
            return at.file
        if "://" in at.file or at.file in _NOWHERE:
            return None
        path = Path(os.path.normpath(where.folder / at.file))
        if self.template is None:
            return self._beside(path) if where.is_here else None
        return (
            self._at(path, at.line, where) if path.is_relative_to(where.root) else None
        )

    def _at(self, path: Path, line: int, where: Where) -> str:
        """Fill the template; what stands in an address is quoted."""
        name = path.relative_to(where.root).as_posix()
        holes = {"revision": where.revision, "path": name, "line": str(line)}
        return _HOLE.sub(lambda hole: quote(holes[hole[1]]), self.template or "")

    def _beside(self, path: Path) -> str:
        """Lead to a file of the work tree, from where the run stands."""
        return f"./{quote(Path(os.path.relpath(path, self.here)).as_posix())}"


def unknown_holes(template: str) -> list[str]:
    """List the names that nothing can be put in for."""
    return [name for name in _HOLE.findall(template) if name not in HOLES]
