"""What can be known of a project without asking: its description, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from clientsmith.package_names import unfit_package

_FOLDERS: Final = (".", "spec", "specs", "api", "openapi", "docs")
_NAMES: Final = re.compile(
    r"(?:.*[._-])?(?:openapi|swagger)(?:[._-].*)?\.(?:ya?ml|json)", re.IGNORECASE
)
_TITLE: Final = re.compile(
    r"""\binfo["']?\s*:.{0,2000}?\btitle["']?\s*:\s*["']?(?P<title>[^"'\n,{}]+)""",
    re.DOTALL,
)
_LEAVES_OUT: Final = {"api", "openapi", "rest", "http", "the", "service", "reference"}
_HEAD: Final = 20_000


class Guess(Struct, frozen=True):
    """The descriptions that a folder seems to hold, by their paths."""

    found: tuple[str, ...]

    @property
    def only(self) -> str | None:
        """The description, if there is no doubt which."""
        return self.found[0] if len(self.found) == 1 else None


def guess_spec(folder: Path) -> Guess:
    """Look for files that are called like descriptions, not in all folders."""
    return Guess(tuple(sorted({*_specs(folder)})))


def _specs(folder: Path) -> Iterator[str]:
    for name in _FOLDERS:
        below = folder / name
        if not below.is_dir():
            continue
        for path in below.iterdir():
            if path.is_file() and _NAMES.fullmatch(path.name):
                yield path.relative_to(folder).as_posix()


def guess_package(folder: Path, spec: str) -> str:
    """Name a package after the title of a description, else after its folder."""
    text = _head(folder / spec)
    title = _TITLE.search(text)
    for said in (title["title"] if title else "", folder.resolve().name):
        words = [word.lower() for word in re.findall(r"[A-Za-z][A-Za-z0-9]*", said)]
        kept = [word for word in words if word not in _LEAVES_OUT] or words
        name = "_".join(kept[:3])
        for like in (name, f"{name}_client") if name else ():
            if unfit_package(like) is None:
                return like
    return "api_client"


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8", errors="replace")
    except OSError:
        return ""
