"""What a target is generated from: the texts it names, and what they may refer to."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from .config import Target
from .diagnostics import Diagnostic, Outcome
from .load import (
    Folder,
    Library,
    Remote,
    Source,
    Web,
    read_source,
)
from .load.descriptions import descriptions_in
from .load.folder import absolute
from .load.source import read_file
from .sources.named import is_address, is_object, read_named


def with_files(target: Target) -> Target:
    """Name the descriptions of a folder, where that is the input of a target."""
    folder = target.folder / target.input
    if target.parts or target.input == "-" or not folder.is_dir():
        return target
    found = [path.relative_to(folder) for path in descriptions_in(folder)]
    names = [(Path(target.input) / path).as_posix() for path in found]
    if not names:
        return target
    return replace(target, input=names[0], parts=tuple(names[1:]))


def read_sources(target: Target) -> Outcome[tuple[Source, ...]]:
    """Read the description, its further parts, and the overlays of a target."""
    names = (target.input, *target.parts, *target.overlays)
    read = [_read(target, name) for name in names]
    problems = tuple(problem for one in read for problem in one.diagnostics)
    found = tuple(one.value for one in read if one.value is not None)
    return Outcome(found if len(found) == len(read) else None, problems)


def _read(target: Target, name: str) -> Outcome[Source]:
    if name == target.input and is_elsewhere(target):
        return read_named(name, offline=target.offline)
    if name == "-" or "://" in name:
        outcome = read_source(name, sys.stdin.buffer)
    else:
        outcome = read_file(target.folder / name, name)
    said = tuple(_placed(each, target, name) for each in outcome.diagnostics)
    return Outcome(outcome.value, said)


def _placed(problem: Diagnostic, target: Target, name: str) -> Diagnostic:
    """Say where a configuration names what cannot be read, and what brings it."""
    if target.configuration is None:
        return problem
    key = "overlays" if name in target.overlays else "input"
    advice = problem.hint
    if problem.code == "source-missing":
        is_pulled = posixpath.normpath(name) in target.pulled
        advice = _PULL if is_pulled else _RELATIVE
    return replace(problem, at=target.places.get(key), hint=advice)


_PULL: Final = "run `clientsmith pull`, which brings it"
_RELATIVE: Final = "check the path; it begins in the folder of the configuration"


def is_elsewhere(target: Target) -> bool:
    """Tell whether a description is no file; those of a configuration always are."""
    named = is_address(target.input) or is_object(target.input)
    return named and target.configuration is None


def allowed(target: Target) -> tuple[str, ...]:
    """Name the addresses whose origins may be asked; of a description, its own."""
    own = (target.input,) if is_address(target.input) else ()
    return (*target.allow, *own)


def library_of(target: Target, remote: Remote) -> Library | None:
    """Give the files that a description may refer to; what is no file has none.

    They are those of the project: the folder of the configuration, else the one
    that its user works in, if the description is there.
    """
    if is_address(target.input):
        return Web(target.input, remote)
    if target.input == "-" or is_elsewhere(target):
        return None
    path = target.folder / target.input
    own = absolute(path).parent
    project = absolute(target.folder)
    within = project if _holds(project, own) else own
    parts = tuple(target.folder / part for part in target.parts)
    return Folder(path, target.input, within, remote, parts)


def _holds(folder: Path, other: Path) -> bool:
    """Tell whether a folder is around another one, and not the whole file system."""
    return folder != Path(folder.anchor) and other.is_relative_to(folder)


def paths_of(target: Target, others: Iterable[Source]) -> list[Path]:
    """List the files that a target is made from, which its output must not replace."""
    own = () if is_elsewhere(target) else (target.input,)
    names = [name for name in (*own, *target.parts, *target.overlays) if name != "-"]
    names += [other.name for other in others if "://" not in other.name]
    found = [target.folder / name for name in names]
    return [*found, target.configuration] if target.configuration else found
