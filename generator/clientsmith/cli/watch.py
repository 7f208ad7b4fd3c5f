"""`clientsmith watch`."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Final

import typer
from msgspec import Struct, field

from clientsmith.config import Target, find_config
from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.load import Source, Sources
from clientsmith.reach import (
    State,
    absolute,
    altered,
    changed_between,
    files_of,
    reached,
    reaches_of,
    state_of,
)
from clientsmith.tasks import Task

from .options import Frozen, Quiet, TargetNames
from .running import fleet_for
from .selecting import configured, console_for, kept_here, stop_at, without_network
from .settling import settle

_GATHERED: Final = 200
"""For how many milliseconds changes are gathered: editors make several of one."""
_PAUSE: Final = 0.1
_LOOKS: Final = 20
"""How often files that go on changing are looked at, with a pause in seconds."""
_PATIENCE: Final = 2000
"""After how many milliseconds files are looked at though nothing was heard of them."""


def watch(
    *,
    target: TargetNames = None,
    frozen: Frozen = False,
    quiet: Quiet = False,
) -> None:
    """Generate, and again whatever a change of files reaches, until Ctrl-C."""
    console = console_for(None, quiet=quiet, as_json=False)
    stop_at(console, _lacking())
    outcome = configured(target)
    stop_at(console, outcome.diagnostics)
    targets = kept_here(console, outcome.value or [])
    targets = without_network(targets, frozen=frozen)
    _Watch(console, target, frozen, targets).until(_stopped())
    raise typer.Exit(Exit.OK)


class _Watch(Struct):
    """What is watched, and what is known of it."""

    console: Console
    names: list[str] | None
    frozen: bool
    targets: list[Target]
    failed: set[str] = field(default_factory=set[str])
    """The targets with which something was wrong when they were last generated."""
    seen: State = field(default_factory=dict[Path, tuple[int, int] | None])

    def until(self, stopped: Event) -> None:
        """Generate everything once, and then what changes reach."""
        self.seen = self._look()
        self._generate(self.targets, stopped)
        while not stopped.is_set():
            now = self._at_rest()
            changed = changed_between(self.seen, now)
            self.seen = now
            if changed:
                self._follow(changed, stopped)
            else:
                _wait({path.parent for path in now}, stopped)

    def _at_rest(self) -> State:
        """Look until what has changed changes no more: who writes may not be done."""
        now = self._look()
        for _ in range(_LOOKS):
            before = now
            if before == self.seen:
                break
            time.sleep(_PAUSE)
            now = self._look()
            if now == before:
                break
        return now

    def _look(self) -> State:
        own = {absolute(path) for path in _configurations(self.targets)}
        return state_of(own | files_of(reaches_of(self.targets, self.failed)))

    def _follow(self, changed: Collection[Path], stopped: Event) -> None:
        """Generate what is reached by a change, also by one of the configuration."""
        self._say(f"changed: {', '.join(sorted(map(_shown, changed)))}")
        names = {*self._reread(changed)}
        names |= {*reached(changed, reaches_of(self.targets, self.failed))}
        self._generate([one for one in self.targets if one.name in names], stopped)

    def _reread(self, changed: Collection[Path]) -> list[str]:
        """Read the configuration if it changed, and name the targets that it changes.

        While it is wrong, that is said, and what it said before goes on.
        """
        if not any(absolute(one) in changed for one in _configurations(self.targets)):
            return []
        outcome = configured(self.names)
        if outcome.value is None:
            self.console.report(outcome.diagnostics, _places())
            return []
        before = self.targets
        targets = kept_here(self.console, outcome.value)
        self.targets = without_network(targets, frozen=self.frozen)
        return altered(before, self.targets)

    def _generate(self, targets: list[Target], stopped: Event) -> None:
        """Generate targets one after the other; what is written then is no change."""
        began = time.perf_counter()
        self.console.said.clear()  # each round says all that there is to say
        settle(self.console, self.targets, writes=True)
        task = Task(command="generate", quiet=self.console.quiet)
        with closing(fleet_for(1, cached=True).run(task, targets)) as made:
            for target in targets:
                account = next(made)
                self.console.account(account)
                self.failed.discard(target.name)
                if account.exit is not Exit.OK:
                    self.failed.add(target.name)
                if stopped.is_set():
                    return
        self.seen = {
            path: self.seen.get(path, now) for path, now in self._look().items()
        }
        gc.collect()  # the program has switched off that it happens by itself
        seconds = time.perf_counter() - began
        named = ", ".join(target.name for target in targets) or "no target"
        self._say(f"generated: {named}, in {seconds:.2f} s; waiting for changes")

    def _say(self, text: str) -> None:
        if not self.console.quiet:
            self.console.lines([text])


def _configurations(targets: Iterable[Target]) -> set[Path]:
    return {one.configuration for one in targets if one.configuration is not None}


def _places() -> Sources:
    path = find_config(Path.cwd()).value
    return Sources((Source(path.name, path.read_bytes()),) if path else ())


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _wait(folders: Iterable[Path], stopped: Event) -> None:
    """Wait for a change in folders, or for a while: some file systems tell nothing."""
    from watchfiles import watch as changes

    there = [folder for folder in folders if folder.is_dir()]
    found = changes(
        *there,
        watch_filter=None,
        debounce=_GATHERED,
        stop_event=stopped,
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,
        recursive=False,
    )
    with closing(found):
        next(found, None)


def _stopped() -> Event:
    """Return what is set by Ctrl-C, after which a run still ends what it writes.

    Who presses it again does not want to wait for that.
    """
    event = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        event.set()
        signal.signal(number, signal.default_int_handler)

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
    return event


def _lacking() -> list[Diagnostic]:
    from importlib.util import find_spec

    if find_spec("watchfiles") is not None:
        return []
    return [
        error(
            "watch-unavailable",
            "`watchfiles` is not installed, which tells of changes of files",
            hint="python -m pip install 'clientsmith[watch]'",
            exit=Exit.USAGE,
        )
    ]
