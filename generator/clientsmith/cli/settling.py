"""Names that the lock keeps of targets which the configuration does not have.

A target that was removed leaves its names behind, and one that is called otherwise
takes them along: it is known by what it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct, field

from clientsmith.config import Target
from clientsmith.console import Console, Strays
from clientsmith.diagnostics import (
    Diagnostic,
    Exit,
    Note,
    Position,
    Severity,
    hint,
    warning,
)
from clientsmith.inputs import read_sources, with_files
from clientsmith.load import Source, Sources
from clientsmith.lock import (
    Lock,
    position_of,
    read_lock,
    targets_in,
    unwritable,
    with_targets,
    write_lock,
)
from clientsmith.moved import left_packages
from clientsmith.write import PATIENCE, locked

from .leaving import left_behind, removal
from .selecting import stop_at

_ALIKE: Final = 0.5
"""Which part of the names that were published a renamed target has to have."""


_SHOWN: Final = 5


class _Settled(Struct):
    """What is clear: who is called otherwise, and whom nobody knows any more."""

    heirs: dict[str, str] = field(default_factory=dict[str, str])
    inherited: dict[str, list[Note]] = field(default_factory=dict[str, list[Note]])
    """What each of them would be called otherwise, had nothing been published."""
    gone: list[str] = field(default_factory=list[str])
    unclear: list[str] = field(default_factory=list[str])


def settle(
    console: Console,
    targets: list[Target],
    problems: Iterable[Diagnostic] = (),
    *,
    writes: bool,
) -> Strays:
    """Say what belongs to nobody: names of the lock, and packages left elsewhere.

    If it `writes`, the names are taken out. Other `problems` are said along.
    """
    said = [*problems]
    said += _settle_names(console, targets, writes=writes)
    known = targets_in(targets[0].lock) if targets else {}
    for one in targets:
        if one.name in known:
            said += left_behind(one, known[one.name])
    if not said:
        return Strays()
    named = (targets[0].lock, targets[0].configuration)
    texts = [
        Source(one.name, one.read_bytes()) for one in named if one and one.exists()
    ]
    strays = Strays(said, Sources(tuple(texts)), targets[0].folder)
    console.report(strays.diagnostics, strays.places)
    return strays


def _settle_names(
    console: Console, targets: list[Target], *, writes: bool
) -> list[Diagnostic]:
    if not targets or not targets_in(targets[0].lock).keys() - targets[0].siblings:
        return []
    lock = _lock_of(targets)
    strangers = sorted(lock.names.keys() - targets[0].siblings) if lock else []
    if lock is None or not strangers:
        return []
    path = targets[0].lock
    settled = _settled(lock, strangers, targets)
    packages = {name: _packages(targets[0], lock, name) for name in strangers}
    said = [
        _named(name, settled, position_of(path, name), packages[name], writes=writes)
        for name in strangers
    ]
    if writes:
        called = {**settled.heirs, **dict.fromkeys(settled.gone)}
        try:
            with locked(path.parent, PATIENCE):
                now = read_lock(path).value or lock
                write_lock(path, with_targets(now, called))
        except OSError as problem:
            stop_at(console, [unwritable(path, problem)])
    return said


def _packages(target: Target, lock: Lock, name: str) -> list[str]:
    """List what deletes the packages of a target that the configuration has not."""
    packages = left_packages(target, lock.packages.get(name, {}))
    folder = target.lock.parent
    return [removal(target, folder / out, each) for out, each in packages.items()]


def _lock_of(targets: list[Target]) -> Lock | None:
    """Read the lock of a configuration; what is wrong with it, each run says."""
    if not targets or targets[0].configuration is None:
        return None
    return read_lock(targets[0].lock).value


def _settled(lock: Lock, strangers: list[str], targets: list[Target]) -> _Settled:
    """Find who is called otherwise among the targets that the lock does not know."""
    newcomers = [one for one in targets if one.name not in lock.names]
    named = {one.name: _names_today(one) for one in newcomers}
    hidden = targets[0].siblings - lock.names.keys() - named.keys()
    is_clear = not hidden and None not in named.values()
    settled = _Settled()
    for name in strangers:
        free = named.keys() - set(settled.heirs.values())
        heir = _heir(lock.names[name], {one: named[one] or {} for one in sorted(free)})
        if heir is not None:
            settled.heirs[name] = heir
            settled.inherited[name] = _inherited(lock.names[name], named[heir] or {})
        elif is_clear:
            settled.gone.append(name)
        else:
            settled.unclear.append(name)
    return settled


def _names_today(target: Target) -> Mapping[str, str] | None:
    """Name what a target has as if nothing was published; None if that fails."""
    from clientsmith.targets import prepare

    found = with_files(target)
    run = prepare(found, read_sources(found), frozen=True, only_decide=True)
    return run.compiled.package.names if run.compiled.package else None


def _heir(
    names: Mapping[str, str], others: Mapping[str, Mapping[str, str]]
) -> str | None:
    """Return whose places are those that have the names, for the most part."""
    shares = {one: _share(names, own) for one, own in others.items()}
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= _ALIKE else None


def _inherited(names: Mapping[str, str], today: Mapping[str, str]) -> list[Note]:
    """Say which names are others than those that a new target would have."""
    from clientsmith.pins import is_name

    return [
        Note(f"`{name}` stays, and would be `{today[key]}` in a new target")
        for key, name in sorted(names.items())
        if is_name(key) and today.get(key, name) != name
    ]


def _share(names: Iterable[str], own: Mapping[str, str]) -> float:
    keys = {*names}
    return len(keys & own.keys()) / len(keys) if keys else 0.0


def _named(
    name: str, settled: _Settled, at: Position, removals: list[str], *, writes: bool
) -> Diagnostic:
    if name in settled.heirs:
        notes = settled.inherited[name]
        return _renamed(name, settled.heirs[name], at, notes, writes=writes)
    if name in settled.gone and writes:
        return hint(
            "lock-target-unknown",
            f"`{name}` is no target any more: its names are dropped",
            at,
            hint=_remains(removals),
            exit=Exit.NETWORK,
        )
    remedy = "`clientsmith generate` drops its names"
    if name in settled.unclear:
        remedy = "`clientsmith generate` of all targets finds out who takes them along"
    message = f"`{name}` is no target of the configuration"
    return warning("lock-target-unknown", message, at, hint=remedy, exit=Exit.NETWORK)


def _remains(removals: list[str]) -> str:
    if not removals:
        return "the package that it wrote stays; delete it if nobody needs it"
    return f"the package that it wrote stays; if nobody needs it: `{removals[0]}`"


def _renamed(
    name: str, heir: str, at: Position, notes: list[Note], *, writes: bool
) -> Diagnostic:
    done = "takes its names along" if writes else "would take its names along"
    remedy = "commit the lock" if writes else "run `clientsmith generate`"
    if notes:
        anew = f"`clientsmith generate --target {heir} --rename all`"
        remedy += f"; if it is another package, and nobody uses it yet: {anew}"
    return Diagnostic(
        code="lock-target-renamed",
        severity=Severity.HINT if writes else Severity.WARNING,
        message=f"`{heir}` is what `{name}` was, and {done}",
        at=at,
        notes=tuple(notes[:_SHOWN]),
        hint=remedy,
        exit=Exit.NETWORK,
    )
