"""Which targets would write over each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from os.path import realpath
from pathlib import Path

from msgspec import Struct


class Output(Struct, frozen=True, kw_only=True):
    """Where a target writes: a client beside its package, too, models only there."""

    target: str
    out: Path
    package: str
    beside: bool

    @property
    def folder(self) -> Path:
        """The folder by the name that only it has."""
        return Path(realpath(self.out))

    @property
    def package_folder(self) -> Path:
        """The folder that is replaced as a whole."""
        return self.folder / self.package


def overlapping(outputs: Iterable[Output]) -> Iterator[tuple[str, str, str]]:
    """Yield a target that is in the way of another one, that one, and why."""
    for one, other in combinations(outputs, 2):
        if one.folder == other.folder:
            if one.package == other.package or (one.beside and other.beside):
                yield other.target, one.target, "is the folder of another target, too"
        elif other.folder.is_relative_to(one.package_folder):
            yield other.target, one.target, "is in the package of another target"
        elif one.folder.is_relative_to(other.package_folder):
            yield one.target, other.target, "is in the package of another target"
