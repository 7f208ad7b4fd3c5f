"""One target from its texts to its files: generated, or compared with what is there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from . import __version__
from .config import Target
from .diagnostics import Diagnostic, Exit, Outcome, Position, error
from .excerpts import Places
from .format import formatter_version
from .load import Source, Sources, read_source
from .lock import Lock, position_of, read_lock, write_lock
from .pipeline import Compiled, compile_description, produce
from .plan import Options
from .rename import ALL, renamed
from .render import templates_folder
from .write import Changes, Drift, File, Input, Provenance, Role, drift, write

_UNPINNED: Outcome[Mapping[str, str]] = Outcome({})


@dataclass(slots=True)
class Run:
    """What came of one target."""

    target: Target
    places: Places
    compiled: Compiled
    files: list[File]
    changes: Changes | None = None
    drift: Drift | None = None

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything the stages had to say."""
        return self.compiled.diagnostics


def generate_target(
    target: Target,
    *,
    force: bool = False,
    renames: tuple[str, ...] = (),
) -> Run:
    """Generate a target and write it, and then its lock, unless something is wrong."""
    sources = read_sources(target)
    lock = read_lock(target.lock)
    run = prepare(target, sources, _without(lock, target, renames))
    if renames and ALL not in renames and run.compiled.package:
        pinned = renamed(run.compiled.package, renames)
        run = prepare(target, sources, pinned)
    if not run.compiled.failed:
        outcome = write(
            target.out,
            target.package,
            run.files,
            provenance(target, sources.value or ()),
            inputs=_paths(target),
            force=force,
        )
        run.changes = run.compiled.keep(outcome)
    if run.changes and run.compiled.package and lock.value:
        names = {**lock.value.names, target.name: run.compiled.package.names}
        _write_lock(run, replace(lock.value, names=names))
    return run


def check_target(target: Target) -> Run:
    """Generate a target in memory and compare it with what is there."""
    sources = read_sources(target)
    lock = read_lock(target.lock)
    run = prepare(target, sources, pinned_names(lock, target))
    if not run.compiled.failed:
        made_from = provenance(target, sources.value or ())
        outcome = drift(target.out, target.package, run.files, made_from)
        run.drift = run.compiled.keep(outcome)
    if run.drift and not run.drift.differences:
        run.compiled.diagnostics += _unlocked(run, lock)
    return run


def pinned_names(lock: Outcome[Lock], target: Target) -> Outcome[Mapping[str, str]]:
    """Return the names that a lock keeps for a target."""
    names = lock.value.names.get(target.name, {}) if lock.value else None
    return Outcome(names, lock.diagnostics)


def _without(
    lock: Outcome[Lock],
    target: Target,
    renames: tuple[str, ...],
) -> Outcome[Mapping[str, str]]:
    """Leave out every name that may change."""
    pinned = pinned_names(lock, target)
    return Outcome({}) if ALL in renames and lock.value else pinned


def _write_lock(run: Run, lock: Lock) -> None:
    path = run.target.lock
    if not (any(lock.names.values()) or lock.references or path.exists()):
        return
    try:
        write_lock(path, lock)
    except OSError as problem:
        message = f"{path.name} cannot be written: {problem.strerror}"
        run.compiled.diagnostics.append(
            error("lock-unwritable", message, exit=Exit.USAGE)
        )


def _unlocked(run: Run, lock: Outcome[Lock]) -> list[Diagnostic]:
    """Say which names a lock does not keep, or keeps for nothing."""
    nothing: Mapping[str, str] = {}
    names = run.compiled.package.names if run.compiled.package else nothing
    kept = pinned_names(lock, run.target).value or nothing
    wrong = sorted({*names.items()} ^ {*kept.items()})
    if not wrong:
        return []
    key, name = wrong[0]
    message = f"`{name}` is {'not pinned' if key in names else 'pinned for nothing'}"
    if wrong[1:]:
        message += f", and {len(wrong) - 1} more names are not as they should be"
    path = run.target.lock
    at = position_of(path, key) if path.exists() else Position(path.name, 1, 1)
    hint = "`clientsmith generate` writes the lock; commit it with the package"
    return [error("lock-mismatch", message, at, hint=hint, exit=Exit.NETWORK)]


def read_sources(target: Target) -> Outcome[tuple[Source, ...]]:
    """Read the description and the overlays of a target."""
    read = [_read(target, name) for name in (target.input, *target.overlays)]
    problems = tuple(problem for one in read for problem in one.diagnostics)
    found = tuple(one.value for one in read if one.value is not None)
    return Outcome(found if len(found) == len(read) else None, problems)


def _read(target: Target, name: str) -> Outcome[Source]:
    path = name if name == "-" else str(target.folder / name)
    outcome = read_source(path, sys.stdin.buffer)
    if outcome.value is None or name == "-":
        return outcome
    return Outcome(Source(name, outcome.value.text), outcome.diagnostics)


def prepare(
    target: Target,
    sources: Outcome[tuple[Source, ...]],
    pinned: Outcome[Mapping[str, str]] = _UNPINNED,
) -> Run:
    """Compile a target up to its formatted files, under the names of its lock."""
    texts = sources.value
    if texts is None or pinned.value is None:
        problems = [*sources.diagnostics, *pinned.diagnostics]
        return Run(target, Sources(texts or ()), Compiled(diagnostics=problems), [])
    options = Options(target.package, target.version, pinned.value)
    compiled = compile_description(texts[0], texts[1:], options, target.names)
    compiled.diagnostics[:0] = sources.diagnostics
    places = compiled.document or Sources(texts)
    files: list[File] = []
    if compiled.package and not compiled.failed:
        files = compiled.keep(produce(compiled.package, target.formatter)) or []
    return Run(target, places, compiled, files)


def provenance(target: Target, sources: Iterable[Source]) -> Provenance:
    """Say what a target is made from."""
    roles = [Role.DOCUMENT, *[Role.OVERLAY] * len(target.overlays)]
    inputs = [
        Input(role, source.name, sha256(source.text).hexdigest())
        for role, source in zip(roles, sources, strict=True)
    ]
    return Provenance(
        generator=__version__,
        templates=templates_digest(),
        formatter=target.formatter,
        formatter_version=formatter_version(target.formatter),
        inputs=tuple(inputs),
    )


@cache
def templates_digest() -> str:
    """Return one hash over all templates and the runtime."""
    folder = templates_folder()
    total = sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".jinja", ".py"}:
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()


def _paths(target: Target) -> list[Path]:
    names = [name for name in (target.input, *target.overlays) if name != "-"]
    found = [target.folder / name for name in names]
    return [*found, target.configuration] if target.configuration else found
