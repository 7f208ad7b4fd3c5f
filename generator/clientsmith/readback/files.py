"""A package as its files are: texts, and the modules that they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from clientsmith.diagnostics import Position

from .module import FOLDERS, Module
from .unread import UnreadError

UNREAD = ("_runtime/", "testing/", "middleware/", "extensions")
"""What is the same in all packages, or was written by somebody."""


class PackageFiles(Struct, dict=True):
    """The files of a package by their paths in it, and where each thing stands."""

    name: str
    """What it is imported as."""
    texts: Mapping[str, str]
    places: dict[str, Position] = {}
    """The line of what callers find at a place, as `models.Pet.name`."""

    def module(self, path: str) -> Module:
        """Return a module.

        Raises:
            UnreadError: There is none.
        """
        if path not in self._modules:
            raise UnreadError(path, None, "why there is no module here")
        return self._modules[path]

    def has(self, path: str) -> bool:
        """Tell whether there is a module."""
        return path in self._modules

    def found(self, dotted: str) -> Module:
        """Return a module by what it is imported as within the package."""
        return self.module(f"{dotted.replace('.', '/')}.py")

    def definitions(self) -> Iterator[Module]:
        """List the modules of models and of what may be given."""
        for path, module in self._modules.items():
            if module.folder in FOLDERS and not path.endswith("__init__.py"):
                yield module

    def indexes(self) -> Iterator[Module]:
        """List the modules that only hand out what is in others."""
        for path, module in self._modules.items():
            if path.endswith("__init__.py"):
                yield module

    def note(self, place: str, module: Module, node: object) -> None:
        """Remember where something stands."""
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        self.places.setdefault(place, Position(module.path, line, column + 1))

    @cached_property
    def _modules(self) -> dict[str, Module]:
        listed = sorted(self.texts.items())
        return {path: Module(path, text) for path, text in listed if is_read(path)}


def is_read(path: str) -> bool:
    """Tell whether a file of a package says something of what callers see."""
    return path.endswith(".py") and not path.startswith(UNREAD)


def texts_of(files: Iterable[tuple[str, str]], name: str) -> dict[str, str]:
    """Return the files of a package by their paths in it, of all that is generated."""
    start = f"{name}/"
    return {
        path.removeprefix(start): text
        for path, text in files
        if path.startswith(start) and is_read(path.removeprefix(start))
    }
