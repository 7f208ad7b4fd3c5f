"""Which paths a run refuses to write to, whatever the document asks for."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate
from keyword import iskeyword
from pathlib import Path

from clientsmith.diagnostics import Diagnostic, Exit, Position, error
from clientsmith.nearby import nearby

from .layout import Layout


def escapes(path: str) -> bool:
    """Say whether a path may lead out of the folder it is relative to."""
    steps = path.split("/")
    strange = any(character in path for character in "\\:\0")
    return strange or any(step in {"", ".", ".."} for step in steps)


def refused_paths(
    layout: Layout, paths: Iterable[str], inputs: Iterable[Path]
) -> tuple[Diagnostic, ...]:
    """Name everything about an output's paths that rules out writing there."""
    paths = sorted(paths)
    return (
        *_bad_package(layout.package),
        *_bad_folder(layout.out),
        *_escaping(paths),
        *_colliding(paths),
        *obstructions(layout, paths),
        *_holding(layout, paths, inputs),
    )


def _refusal(
    code: str, message: str, at: Path | None = None, hint: str | None = None
) -> Diagnostic:
    place = Position(str(at), 1, 1) if at else None
    return error(code, message, place, hint=hint, exit=Exit.USAGE)


def _bad_package(package: str) -> Iterator[Diagnostic]:
    if not package.isidentifier() or iskeyword(package):
        yield _refusal("package-name", f"`{package}` cannot be imported by that name")


def _bad_folder(out: Path) -> Iterator[Diagnostic]:
    if out.exists() and not out.is_dir():
        message = f"`{nearby(out)}` is a file, not a folder"
        yield _refusal("output-not-a-folder", message)


def _escaping(paths: Iterable[str]) -> Iterator[Diagnostic]:
    for path in paths:
        if escapes(path):
            message = f"`{path}` would leave the output folder"
            yield _refusal("output-escapes", message)


def _prefixes(path: str) -> list[str]:
    """List the folders on the way to a path, and the path itself."""
    return list(accumulate(path.split("/"), "{}/{}".format))


def _colliding(paths: Iterable[str]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for prefix in dict.fromkeys(step for path in paths for step in _prefixes(path)):
        # What a file system that ignores case and composition compares.
        same = seen.setdefault(unicodedata.normalize("NFC", prefix).casefold(), prefix)
        if same != prefix:
            message = f"`{same}` and `{prefix}` differ only by case"
            yield _refusal("output-collides", message)


def obstructions(layout: Layout, paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Name what stands in the output folder where files or folders must go."""
    state = layout.manifest.relative_to(layout.out).as_posix()
    safe = [path for path in (*paths, state) if not escapes(path)]
    for path in safe:
        if (layout.out / path).is_dir():
            message = f"`{path}` is a folder where a file must go"
            yield _refusal("output-obstructed", message, layout.out / path)
    for folder in sorted({folder for path in safe for folder in _prefixes(path)[:-1]}):
        yield from _bad_parent(layout.out / folder)


def _bad_parent(folder: Path) -> Iterator[Diagnostic]:
    if folder.is_symlink():
        shown = nearby(folder)
        message = f"`{shown}` is a symbolic link; only real folders are written to"
        yield _refusal("output-symlink", message, folder)
    elif folder.exists() and not folder.is_dir():
        message = f"`{nearby(folder)}` is a file where a folder must go"
        yield _refusal("output-obstructed", message, folder)


def _holding(
    layout: Layout, paths: Iterable[str], inputs: Iterable[Path]
) -> Iterator[Diagnostic]:
    out, package = _real(layout.out), _real(layout.package_folder)
    written = frozenset(paths)
    for name in inputs:
        real = _real(name)
        inside = real.is_relative_to(out) and real.relative_to(out).as_posix()
        if inside in written or real.is_relative_to(package):
            message = f"the input `{nearby(name)}` lies where the output goes"
            hint = "keep the description outside of the package folder"
            yield _refusal("output-holds-input", message, name, hint)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
