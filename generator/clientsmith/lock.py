"""What was published: the lock keeps names and references from changing unasked.

`clientsmith.lock` stands beside the configuration, or in the output where there is
none. It is JSON with sorted keys and one entry a line, so that version control can
merge it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from .diagnostics import Diagnostic, Exit, Outcome, Position, error
from .nearby import nearby
from .replacing import replace_file
from .sides import contradictions, joined, sides

LOCK_NAME = "clientsmith.lock"
_VERSION = 1

_Table: TypeAlias = dict[str, Any]
T = TypeVar("T")
_UNREADABLE = (
    *(OSError, ValueError, RecursionError),
    *(LookupError, TypeError, AttributeError),
)


class Lock(Struct, frozen=True):
    """Digests of remote references, and the names of each target by pointer.

    `packages` are those that each target has written, by their output folders.
    """

    references: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]],
    )
    unknown: Mapping[str, object] = field(default_factory=dict[str, object])
    """The whole file as it was read; what is not known in it is kept."""
    packages: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]],
    )


def read_lock(path: Path) -> Outcome[Lock]:
    """Read a lock; where there is none, nothing is pinned."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Outcome(Lock())
    try:
        text = data.decode("utf-8-sig")
        value: object = _value(text)
    except UnicodeDecodeError:
        return Outcome(None, (_syntax(path, "this is not UTF-8", 1, 1),))
    except json.JSONDecodeError as broken:
        at = broken.lineno, broken.colno
        return Outcome(None, (_syntax(path, f"this is not JSON: {broken.msg}", *at),))
    except RecursionError:
        return Outcome(None, (_syntax(path, "this is nested too deeply", 1, 1),))
    except _SidesError as problem:
        place = _find(path, data.decode("utf-8-sig"), problem.key)
        return Outcome(None, (_syntax(path, str(problem), place.line, place.column),))
    reader = _Reader(path, text, [])
    lock = reader.lock(value)
    return Outcome(None if reader.problems else lock, tuple(reader.problems))


def targets_in(path: Path) -> dict[str, dict[str, str]]:
    """Give the packages of each target that a lock has, if it can be read at all."""
    try:
        targets = json.loads(path.read_bytes())["targets"]
        return {name: _packages(each) for name, each in targets.items()}
    except _UNREADABLE:
        return {}


def _packages(target: _Table) -> dict[str, str]:
    found = target.get("packages", {})
    return {out: each for out, each in found.items() if isinstance(each, str)}


class _SidesError(Exception):
    """Two sides of a merge say different things of a key."""

    def __init__(self, key: str, one: object, other: object) -> None:
        super().__init__(
            f"`{key}` is {one} on one side of a merge, {other} on the other"
        )
        self.key = key


def _value(text: str) -> object:
    """Read a lock; where a merge has left two sides, it has the entries of both.

    What was pulled is that of our side, and pulled again if it is not what is there.
    """
    try:
        ours, theirs = (dict(json.loads(side)) for side in sides(text) or ())
    except (TypeError, ValueError):
        return json.loads(text)
    for key, *values in contradictions(
        {**ours, "sources": None}, {**theirs, "sources": None}
    ):
        raise _SidesError(key, *values)
    return joined(ours, theirs)


def write_lock(path: Path, lock: Lock) -> None:
    """Replace a lock as a whole, unless it says the same already.

    Raises:
        OSError: The file cannot be written.
    """
    text = _text(lock)
    with suppress(OSError, UnicodeDecodeError):
        if path.read_text("utf-8") == text:
            return
    replace_file(path, text.encode())


def with_targets(lock: Lock, called: Mapping[str, str | None]) -> Lock:
    """Return a lock that calls some targets otherwise, or knows them no longer."""
    kept = cast("_Table", lock.unknown.get("targets", {}))
    return replace(
        lock,
        names=_renamed(lock.names, called),
        packages=_renamed(lock.packages, called),
        unknown={**lock.unknown, "targets": _renamed(kept, called)},
    )


def _renamed(table: Mapping[str, T], called: Mapping[str, str | None]) -> dict[str, T]:
    now = {name: called.get(name, name) for name in table}
    return {new: table[name] for name, new in now.items() if new is not None}


def unwritable(path: Path, problem: OSError) -> Diagnostic:
    """Say that a lock cannot be written."""
    if isinstance(problem, TimeoutError):
        return held(path)
    return error(
        "lock-unwritable",
        f"{path.name} cannot be written: {problem.strerror or problem}",
        hint=f"check the permissions of {nearby(path.parent)}",
        exit=Exit.USAGE,
    )


def held(path: Path) -> Diagnostic:
    """Say that a file was not written because another run did not end in time."""
    return error(
        "folder-busy",
        f"{path.name} is not written: another run holds `{nearby(path.parent)}`",
        hint="wait for it or end it, and run again",
        exit=Exit.USAGE,
    )


def position_of(path: Path, key: str) -> Position:
    """Find where a key stands in a lock; JSON readers do not say."""
    return _find(path, path.read_text("utf-8-sig"), key)


def _find(path: Path, text: str, key: str) -> Position:
    quoted = json.dumps(key, ensure_ascii=False)
    for number, line in enumerate(text.splitlines(), 1):
        if quoted in line:
            return Position(path.name, number, line.index(quoted) + 1)
    return Position(path.name, 1, 1)


def _text(lock: Lock) -> str:
    value: _Table = {**lock.unknown, "version": _VERSION}
    kept = cast("_Table", value.get("targets", {}))
    value["targets"] = {
        target: {**kept.get(target, {}), "names": dict(names)}
        for target, names in lock.names.items()
    }
    for target, packages in lock.packages.items():
        value["targets"].setdefault(target, {})["packages"] = dict(packages)
    value["references"] = dict(lock.references)
    shown = {key: each for key, each in value.items() if each != {}}
    return json.dumps(shown, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _syntax(path: Path, message: str, line: int, column: int) -> Diagnostic:
    return error(
        "lock-syntax",
        message,
        Position(path.name, line, column),
        hint="take it from version control; after a merge, keep the lines of both",
        exit=Exit.NETWORK,
    )


class _Reader(Struct):
    """Reads a lock and keeps what is wrong with it."""

    path: Path
    text: str
    problems: list[Diagnostic]

    def lock(self, value: object) -> Lock:
        table = self._table(value, "the lock")
        if table.get("version") != _VERSION:
            self._wrong("version", f"must be {_VERSION}", "update clientsmith")
        targets = self._table(table.get("targets", {}), "targets")
        names = {
            target: self._names(self._table(each, target).get("names", {}))
            for target, each in targets.items()
        }
        packages = {
            target: self._strings(found, "packages")
            for target, each in targets.items()
            if (found := self._table(each, target).get("packages"))
        }
        references = self._strings(table.get("references", {}), "references")
        return Lock(references, names, table, packages)

    def _names(self, value: object) -> dict[str, str]:
        names = self._strings(value, "names")
        # Whoever only asks for the targets has no need of a whole stage.
        from .plan import kind_of, name_problem

        for key, name in names.items():
            if reason := name_problem(name, kind_of(key)):
                self._wrong(key, f"cannot be `{name}`: {reason}")
        return names

    def _strings(self, value: object, what: str) -> dict[str, str]:
        table = self._table(value, what)
        for key, each in table.items():
            if not isinstance(each, str):
                self._wrong(key, "must be a string")
        return {key: each for key, each in table.items() if isinstance(each, str)}

    def _table(self, value: object, what: str) -> _Table:
        if isinstance(value, dict):
            return cast("_Table", value)
        self._wrong(what, "must be an object")
        return {}

    def _wrong(self, key: str, message: str, hint: str | None = None) -> None:
        at = _find(self.path, self.text, key)
        text = f"`{key}` {message}"
        problem = error("lock-value", text, at, hint=hint, exit=Exit.NETWORK)
        self.problems.append(problem)
