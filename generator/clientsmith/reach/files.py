"""What the targets of a configuration are made from, as far as that is in files."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from clientsmith.config import Target
from clientsmith.inputs import paths_of, with_files
from clientsmith.write import Role, read_manifest

from .changes import Reach, absolute

_READ: Final = frozenset({".json", ".yaml", ".yml", ".md"})
"""How the names of files end that a description may be in, or refer to."""


def reaches_of(targets: Iterable[Target], failed: Collection[str]) -> list[Reach]:
    """Say what each target is made from; `failed` are those that need something."""
    return [_reach(one, failed=one.name in failed) for one in targets]


def _reach(target: Target, *, failed: bool) -> Reach:
    whole = with_files(target)
    own = {absolute(path) for path in paths_of(whole, ())}
    if target.configuration is not None:
        own.discard(absolute(target.configuration))
    files = own | {absolute(path) for path in _referred(target)}
    if target.baseline is not None:
        files.add(absolute(target.folder / target.baseline))
    folders = {path.parent for path in files} if failed else frozenset[Path]()
    return Reach(target.name, frozenset(files), frozenset(folders))


def _referred(target: Target) -> Iterable[Path]:
    """Name the files that the description referred to when it was generated from."""
    manifest = read_manifest(target.out, target.package).value
    for each in manifest.provenance.inputs if manifest else ():
        if each.role is Role.DOCUMENT and "://" not in each.name:
            yield target.folder / each.name


def files_of(reaches: Iterable[Reach]) -> set[Path]:
    """List the files whose change may reach a target."""
    found: set[Path] = set()
    for one in reaches:
        found |= one.files
        for folder in one.around:
            found |= {path for path in _listed(folder) if path.suffix in _READ}
    return found


def _listed(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []
