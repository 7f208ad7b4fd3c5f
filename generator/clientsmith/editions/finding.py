"""The package that a folder is, or holds: one that clientsmith has written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from clientsmith.readback import PackageFiles, is_read
from clientsmith.styles import ModelStyle

from .folders import Folder

_CLIENT: Final = frozenset({"__init__.py", "client.py", "_runtime/api.py"})
_MODELS: Final = frozenset({"models.py", "models/__init__.py"})
_ABOUT_MODELS: Final = re.compile(rb'\s*"""Models of ')
_CALLED: Final = re.compile(r"^API = Api\(\s*name=(['\"])(\w+)\1,", re.MULTILINE)
_VERSION: Final = re.compile(r"^__version__ = (['\"])(.*?)\1$", re.MULTILINE)
_STYLES: Final[tuple[tuple[str, ModelStyle], ...]] = (
    ("from msgspec import", "msgspec"),
    ("from pydantic.dataclasses import", "pydantic-dataclass"),
    ("from dataclasses import", "dataclass"),
)


class Found(Struct, frozen=True):
    """A package in a folder, and what its files say of how it was generated."""

    folder: Folder
    files: PackageFiles
    version: str | None

    @property
    def models(self) -> ModelStyle | None:
        """Which kind of models it is, if it has no client."""
        if self.files.has("client.py"):
            return None
        text = self.files.texts.get("models.py")
        if text is None:
            return "pydantic"
        found: list[ModelStyle] = [style for said, style in _STYLES if said in text]
        return found[0] if found else "typeddict"

    @property
    def has_enums(self) -> bool:
        """Whether enumerations are classes."""
        models = [each for path, each in self.files.texts.items() if "models" in path]
        return any(
            re.search(r"^class .*Enum\):$", each, re.MULTILINE) for each in models
        )


def find_package(folder: Folder) -> Found | list[str]:
    """Find the package that a folder is or holds, or list those that it may be."""
    names = folder.names()
    found = [prefix for prefix in _prefixes(names) if _is_ours(folder, prefix, names)]
    if "" in found:
        return _found(folder, names)
    if len(found) != 1:
        return [prefix.rstrip("/") for prefix in found]
    inner = folder.child(found[0].rstrip("/"))
    return _found(inner, inner.names())


def _prefixes(names: Iterable[str]) -> list[str]:
    """List where packages may begin: here, and one folder below."""
    below = {name.partition("/")[0] for name in names if "/" in name}
    return ["", *(f"{each}/" for each in sorted(below))]


def _is_ours(folder: Folder, prefix: str, names: Iterable[str]) -> bool:
    """Tell whether a package has what clientsmith gives to each."""
    inside = {each.removeprefix(prefix) for each in names if each.startswith(prefix)}
    if inside >= _CLIENT:
        return True
    index = f"{prefix}__init__.py"
    if "__init__.py" not in inside or inside.isdisjoint(_MODELS):
        return False
    return _ABOUT_MODELS.match(folder.texts([index]).get(index, b"")) is not None


def _found(folder: Folder, names: Iterable[str]) -> Found:
    texts = {
        name: text.decode("utf-8-sig", "replace")
        for name, text in folder.texts(filter(is_read, names)).items()
    }
    called = _CALLED.search(texts.get("client.py", ""))
    version = _VERSION.search(texts.get("__init__.py", ""))
    name = called[2] if called else folder.name
    return Found(folder, PackageFiles(name, texts), version[2] if version else None)
