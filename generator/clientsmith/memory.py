"""Remembers what was said of a target, by the content of all that it follows from.

A target whose description, configuration, lock, output and generator are what they
were needs no work: it is said again what was said then. An entry names its content by
digests and has none of it.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from .account import Account
from .config import Target
from .diagnostics import Position, Severity
from .inputs import is_elsewhere, with_files
from .lock import read_lock
from .policy import exit_of
from .replacing import replace_file
from .seeded import PROJECT, is_compared
from .stamp import stamp
from .tasks import Task
from .write import Changes, Drift
from .write.files import digest
from .write.layout import Layout

_LASTING: Final = 30 * 24 * 60 * 60.0
"""For how many seconds an entry is kept that nobody has asked for."""
_COARSE: Final = 2 * 10**9
"""How many nanoseconds off the times of files may be."""
_SAID: Final = frozenset({"version"})
"""The keys of which it matters that they are said, also as they usually are."""
_HERE: Final = "here"
"""Instead of a digest, where it is enough that there is a file."""


class Entry(Struct, frozen=True):
    """What was said of a target, and of which files besides those that it names."""

    others: dict[str, str]
    """The digests of what its description refers to, by their names."""
    output: dict[str, str]
    """The digests of what the output held then, by the paths there."""
    account: Account


class Seen(Struct, frozen=True):
    """What a run has seen of what it follows from."""

    inputs: str
    """The digest of what the target names, from before the run."""
    others: Mapping[str, str]
    """The digests of what its description refers to, as the run has read it."""
    names: Mapping[str, str]
    """The names that it has given, which are those of the lock from now on."""
    pins: Mapping[str, str]
    began: int
    """When it began, in nanoseconds of the clock that files have their times from."""


class Part(Struct, frozen=True):
    """What a run follows from in the lock."""

    names: Mapping[str, str]
    pins: Mapping[str, str]
    packages: Mapping[str, str]


class Memory(Struct, frozen=True):
    """A folder of entries; without one, nothing is remembered."""

    folder: Path | None = None

    def recall(self, task: Task, target: Target) -> Account | None:
        """Return what was said of a target, if everything is as it was then."""
        inputs = self.inputs_of(task, target)
        lock = self._lock_of(target) if inputs else None
        if inputs is None or lock is None:
            return None
        for each in _answering(task):
            path = self._path(each, inputs, _part_of(lock, target))
            entry = _read(path) if path else None
            if path and entry and _is_as_it_was(entry, target):
                _touch(path)
                return _said_again(entry.account, task, target)
        return None

    def inputs_of(self, task: Task, target: Target) -> str | None:
        """Digest what a run would follow from, if that can be said beforehand.

        The lock is told apart, since a run may write it, but for what was pulled.
        """
        own = self.folder and task.is_plain and not is_elsewhere(target)
        if not own or target.input == "-":
            return None
        target = with_files(target)
        lock = self._lock_of(target)
        try:
            texts = [path.read_bytes() for path in _files(target)]
        except OSError:
            return None
        if lock is None:
            return None
        digests = [sha256(text).hexdigest() for text in texts]
        pulled = lock.get("sources") if target.pulled else None
        released = _released(target)
        return _digest([stamp(), _effective(target, task), digests, pulled, released])

    def remember(
        self, task: Task, target: Target, seen: Seen, account: Account
    ) -> None:
        """Keep what was said, if it would be said again of what is there now.

        Where another program has changed something meanwhile, nobody knows what the
        run has seen of it.
        """
        lock = self._lock_of(target)
        if lock is None or not _is_at_rest(account, target):
            return
        part = _part_of(lock, target)
        if (part.names, part.pins) != (seen.names, seen.pins):
            return
        path = self._path(task, seen.inputs, part)
        if path is None or self.inputs_of(task, target) != seen.inputs:
            return
        try:
            output = _output(target, seen.began)
            if output is None:
                return
            quiet = replace(account, changes=_unchanged(account), report=None)
            _write(path, Entry(dict(seen.others), output, quiet))
        except (OSError, ValueError):
            return  # The next run can do without.

    def _lock_of(self, target: Target) -> Mapping[str, Any] | None:
        """Return what a lock says; nothing if anything of it is wrong."""
        if self.folder is None:
            return None
        try:
            status = target.lock.stat()
        except OSError:
            return {}
        # Targets share a lock, and it may be large.
        version = status.st_ino, status.st_mtime_ns, status.st_size
        return _sound_lock(self.folder, target.lock, *version)

    def _path(self, task: Task, inputs: str, lock: Part) -> Path | None:
        """Name the entry of a task and its inputs, under the lock as it is."""
        if self.folder is None:
            return None
        # Paths are said from where the program runs, and services know their own.
        here, services = os.getcwd(), task.format.is_for_services  # noqa: PTH109
        root = os.environ.get("GITHUB_WORKSPACE", "") if services else ""
        name = _digest([inputs, task, lock, here, root])
        return self.folder / f"{name}.json"


def _answering(task: Task) -> Iterator[Task]:
    """Yield the tasks that may have said it: what `generate` leaves is no drift."""
    yield task
    if task.command == "check":
        yield replace(task, command="generate")


def _files(target: Target) -> Iterator[Path]:
    """Yield the files that a target names."""
    for name in (target.input, *target.parts, *target.overlays):
        yield target.folder / name
    if target.baseline is not None:
        yield target.folder / target.baseline


def _released(target: Target) -> list[str]:
    """Digest what the version of a target follows from, where it does."""
    if not target.keeps_release:
        return []
    from .releases import followed

    return followed(target.out, target.package)


def _effective(target: Target, task: Task) -> Target:
    """Return a target without what changes nothing of what is made and said of it.

    Where its keys stand matters to problems that quote them, and those have the file.
    From which severity on a run fails is decided again, unless it says what is shown.
    """
    return replace(
        target,
        siblings=frozenset(),
        package_folders=frozenset(),
        places=dict.fromkeys(_SAID & target.places.keys(), Position("", 1, 1)),
        pagination=tuple(replace(one, places={}) for one in target.pagination),
        fail_on=target.fail_on if task.quiet else "error",
    )


@lru_cache(maxsize=8)
def _sound_lock(folder: Path, path: Path, *_: int) -> Mapping[str, Any] | None:
    """Read a lock; of one that was sound before, that is known by its content."""
    try:
        content = path.read_bytes()
        table: object = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None
    known = folder / f"{_digest([stamp(), sha256(content).hexdigest()])}.lock"
    if known.exists():
        _touch(known)
        return cast("Mapping[str, Any]", table)
    lock = read_lock(path).value
    # What a merge has left in two is read as one, and is to be written.
    if lock is None or lock.unknown != table:
        return None
    with suppress(OSError):
        known.parent.mkdir(parents=True, exist_ok=True)
        known.touch()
    return lock.unknown


def _part_of(lock: Mapping[str, Any], target: Target) -> Part:
    """Return what a lock has of a target, and the pins of references."""
    part = lock.get("targets", {}).get(target.name, {})
    names, packages = part.get("names", {}), part.get("packages", {})
    return Part(names, lock.get("references", {}), packages)


def _is_as_it_was(entry: Entry, target: Target) -> bool:
    """Tell whether what an entry does not have in its name is the same, too."""
    layout = Layout(target.out, target.package)
    if layout.staging.exists():
        return False
    files = {target.folder / name: each for name, each in entry.others.items()}
    files |= {target.out / path: each for path, each in entry.output.items()}
    folders = {target.out / Path(path).parent for path in entry.output}
    # A link may have the same content today, and be the folder of somebody else.
    if any(map(Path.is_symlink, folders - {target.out})):
        return False
    try:
        return all(_has(path, digest) for path, digest in files.items())
    except OSError:
        return False


def _has(path: Path, digest: str) -> bool:
    if path.is_symlink():
        return False
    return path.is_file() if digest == _HERE else _digest_of(path) == digest


def _said_again(account: Account, task: Task, target: Target) -> Account:
    """Say it in the words of a command: one writes, and the other one compares."""
    code = exit_of(account.exits, target.fail_on, has_drifted=False)
    again = replace(account, remembered=True, exit=code)
    if task.command == "generate":
        return again
    kept = (account.changes or account.drift or Changes()).kept
    return replace(again, changes=None, drift=Drift((), (), kept))


def _is_at_rest(account: Account, target: Target) -> bool:
    """Tell whether the next run finds nothing to do, and has the same to say."""
    if account.counts.get(Severity.ERROR):
        return False
    if account.drift is not None:
        return not account.drift.differences
    if account.changes is None:
        return False
    # Of merges more is said while they happen than afterwards.
    return target.mode == "replace" or account.changes == _unchanged(account)


def _unchanged(account: Account) -> Changes | None:
    return Changes(kept=account.changes.kept) if account.changes else None


def _output(target: Target, began: int) -> dict[str, str] | None:
    """Digest the files that a run compares with; those of its reader only are there.

    There is nothing to say if the steps after a write are due, or if a file is newer
    than the run and not what the run has left.
    """
    layout = Layout(target.out, target.package)
    manifest = json.loads(layout.manifest.read_bytes())
    if manifest.get("unfinished"):
        return None
    found: dict[str, str] = {}
    for path, entry in manifest["files"].items():
        content = (target.out / path).read_bytes()
        written = {entry["sha256"], entry.get("finished_sha256")}
        if entry["mode"] != "owned":
            compared = _is_compared(path, target)
            found[path] = sha256(content).hexdigest() if compared else _HERE
        elif _is_older(target.out / path, began) or digest(content) in written:
            found[path] = sha256(content).hexdigest()
        else:
            return None
    found |= dict.fromkeys(manifest.get("left", ()), _HERE)
    for path in filter(Path.is_file, [layout.manifest, *layout.bases.rglob("*")]):
        found[path.relative_to(target.out).as_posix()] = _digest_of(path)
    return found


def _is_compared(path: str, target: Target) -> bool:
    """Tell whether something is said of a file that belongs to its reader."""
    return path == PROJECT and is_compared(target)


def _is_older(path: Path, began: int) -> bool:
    """Tell whether a file was surely not changed since, as coarse as its times are."""
    return path.stat().st_mtime_ns < began - _COARSE


def _digest(value: object) -> str:
    text = msgspec.json.encode(value, enc_hook=str, order="deterministic")
    return sha256(text).hexdigest()


def _digest_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _read(path: Path) -> Entry | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Entry)
    except (OSError, ValueError):
        return None


def _touch(path: Path) -> None:
    try:
        os.utime(path)
    except OSError:
        return


def _write(path: Path, entry: Entry) -> None:
    """Replace an entry as a whole, and forget those that nobody asks for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, msgspec.json.encode(entry))
    old = time.time() - _LASTING
    for other in path.parent.iterdir():
        if other.stat().st_mtime < old:
            other.unlink(missing_ok=True)


def users_memory() -> Memory:
    """Return the memory in the folder of the user's own cache."""
    from platformdirs import user_cache_path

    return Memory(user_cache_path("clientsmith", appauthor=False) / "runs")
