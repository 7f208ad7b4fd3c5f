"""Remembers what was said of a target, by the content of all that it follows from.

A target whose description, configuration, lock, output and generator are what they
were needs no work: it is said again what was said then. An entry names its content by
digests and has none of it.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from .account import Account
from .config import Target
from .inputs import is_elsewhere, with_files
from .stamp import stamp
from .tasks import Task
from .write import Changes, Drift
from .write.layout import Layout

_LASTING: Final = 30 * 24 * 60 * 60.0
"""For how many seconds an entry is kept that nobody has asked for."""
_HERE: Final = "here"
"""Instead of a digest, where it is enough that there is a file."""


class Entry(Struct, frozen=True):
    """What was said of a target, and of which files besides those that it names."""

    others: dict[str, str]
    """The digests of what its description refers to, by their names."""
    output: dict[str, str]
    """The digests of what the output held then, by the paths there."""
    account: Account


class Memory(Struct, frozen=True):
    """A folder of entries; without one, nothing is remembered."""

    folder: Path | None = None

    def recall(self, task: Task, target: Target) -> Account | None:
        """Return what was said of a target, if everything is as it was then."""
        inputs = self.inputs_of(task, target)
        if inputs is None:
            return None
        for each in _answering(task):
            path = self._path(each, target, inputs)
            entry = _read(path) if path else None
            if path and entry and _is_as_it_was(entry, target):
                _touch(path)
                return _said_again(entry.account, task)
        return None

    def inputs_of(self, task: Task, target: Target) -> str | None:
        """Digest what a run would follow from, if that can be said beforehand."""
        own = self.folder and task.is_plain and not is_elsewhere(target)
        if not own or target.input == "-":
            return None
        target = with_files(target)
        try:
            texts = [path.read_bytes() for path in _files(target)]
        except OSError:
            return None
        digests = [sha256(text).hexdigest() for text in texts]
        return _digest([stamp(), replace(target, siblings=frozenset()), digests])

    def remember(
        self,
        task: Task,
        target: Target,
        inputs: str,
        account: Account,
        others: Iterable[str],
    ) -> None:
        """Keep what was said, if it would be said again of what is there now.

        `inputs` are those from before the run; where another program has changed one
        meanwhile, nobody knows what the run has seen.
        """
        path = self._path(task, target, inputs)
        at_rest = _is_at_rest(account, target)
        if path is None or not at_rest or self.inputs_of(task, target) != inputs:
            return
        try:
            entry = Entry(
                {name: _digest_of(target.folder / name) for name in others},
                _output(target),
                replace(account, changes=_unchanged(account), report=None),
            )
            _write(path, entry)
        except (OSError, ValueError):
            return  # The next run can do without.

    def _path(self, task: Task, target: Target, inputs: str) -> Path | None:
        """Name the entry of a task and its inputs, under the lock as it is."""
        if self.folder is None:
            return None
        lock = _lock_part(target)
        # Services are told paths from where the program runs.
        here = os.getcwd() if task.format.is_for_services else ""  # noqa: PTH109
        root = os.environ.get("GITHUB_WORKSPACE", "") if here else ""
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
    quoted = target.patches or target.include or target.exclude or target.names
    if quoted and target.configuration is not None:
        yield target.configuration  # problems with them quote it


def _lock_part(target: Target) -> list[Any] | None:
    """Return what a lock says that is about a target; `None` if it cannot be read."""
    try:
        lock = json.loads(target.lock.read_bytes())
        names = lock.get("targets", {}).get(target.name)
        pulled = lock.get("sources") if target.pulled else None
    except FileNotFoundError:
        return []
    except (OSError, ValueError, AttributeError):
        return None
    return [names, lock.get("references"), pulled]


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


def _said_again(account: Account, task: Task) -> Account:
    """Say it in the words of a command: one writes, and the other one compares."""
    again = replace(account, remembered=True)
    if task.command == "generate":
        return again
    kept = (account.changes or account.drift or Changes()).kept
    return replace(again, changes=None, drift=Drift((), (), kept))


def _is_at_rest(account: Account, target: Target) -> bool:
    """Tell whether the next run finds nothing to do, and has the same to say."""
    if account.drift is not None:
        return not account.drift.differences
    changes = account.changes
    if changes is None:
        return False
    # Of merges more is said while they happen than afterwards.
    return target.mode == "replace" or changes == _unchanged(account)


def _unchanged(account: Account) -> Changes | None:
    return Changes(kept=account.changes.kept) if account.changes else None


def _output(target: Target) -> dict[str, str]:
    """Digest the files that a run compares with; those of its reader only are there."""
    layout = Layout(target.out, target.package)
    files = json.loads(layout.manifest.read_bytes())["files"]
    owned = {path: each["mode"] == "owned" for path, each in files.items()}
    found = {
        path: _digest_of(target.out / path) if ours else _HERE
        for path, ours in owned.items()
    }
    beside = [layout.manifest, *sorted(layout.bases.rglob("*"))]
    for path in filter(Path.is_file, beside):
        found[path.relative_to(target.out).as_posix()] = _digest_of(path)
    return found


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
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(msgspec.json.encode(entry))
    Path(file.name).replace(path)
    old = time.time() - _LASTING
    for other in path.parent.iterdir():
        if other.stat().st_mtime < old:
            other.unlink(missing_ok=True)


def users_memory() -> Memory:
    """Return the memory in the folder of the user's own cache."""
    from platformdirs import user_cache_path

    return Memory(user_cache_path("clientsmith", appauthor=False) / "runs")
