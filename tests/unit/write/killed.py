"""Kill a run before each of its steps, and say what the next run finds and makes.

Started by `test_killed.py` in a process of its own: it forks, and an audit hook
cannot be taken away again. `python killed.py FOLDER [renames] [merging] [halves]`
prints JSON. Each run is a process that sends SIGKILL to itself.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from clientsmith.write import Changes
from clientsmith.write import exchange as exchange_module
from unit.write.target import Target

BEFORE = {
    "pets/__init__.py": "version = 1\n\nname = 1\n",
    "pets/old.py": "",
    "pets/same.py": "",
    "tests/test_old.py": "",
    "REFERENCE.md": "1\n",
}
AFTER = {
    "pets/__init__.py": "version = 2\n\nname = 1\n",
    "pets/new/thing.py": "",
    "pets/same.py": "",
    "tests/test_new.py": "",
    "REFERENCE.md": "2\n",
}
DELETIONS = {"os.remove", "os.rmdir"}
STEPS = {"os.mkdir", "os.rename", "os.link", "open", *DELETIONS}
WHOLE = "CLIENTSMITH_WHOLE_KILLS"
"""Tries every step also of the long runs, of which else some are tried."""
EDIT = "mine = 1\n"
EDITED = "pets/__init__.py"


def cannot_exchange(one: Path, other: Path) -> bool:  # noqa: ARG001 - its signature
    """Stand in for a system without `renameat2`."""
    return False


def die_before(step: int, out: Path) -> None:
    """End this process at once when it reaches the step within the folder."""
    steps = count()

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        # `rmtree` names files relative to an open folder.
        inside = event in DELETIONS or str(out) in str(arguments[:1])
        if event in STEPS and inside and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def die_within(step: int) -> None:
    """Kill this process when it has written the first half of a file."""
    steps = count()
    write_all = Path.write_bytes

    def write_half(path: Path, content: bytes) -> int:
        if next(steps) == step:
            write_all(path, content[: len(content) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return write_all(path, content)

    Path.write_bytes = write_half  # type: ignore[assignment,method-assign]


def run_killed(target: Target, step: int, *, halves: bool) -> bool:
    """Run in a child that dies at the step; say whether it came that far."""
    child = os.fork()
    if not child:
        if halves:
            die_within(step)
        else:
            die_before(step, target.out)
        target.write(AFTER)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def prepare(folder: Path, *, merging: bool) -> Target:
    """Write what is there before, with an edit where edits are merged."""
    target = Target(folder, merging=merging)
    target.write(BEFORE)
    if merging:
        file = folder / "pets/__init__.py"
        file.write_text(file.read_text() + EDIT)
    return target


def observe(target: Target) -> dict[str, Any]:
    """Look at what the killed run left, then run again."""
    out = target.out
    left = target.texts()
    rerun = target.write(AFTER)
    return {
        "left": {path: left[path] for path in left if path.startswith("pets/")},
        "codes": [found.code for found in rerun.diagnostics],
        "final": target.texts(),
        "state": sorted(path.name for path in (out / ".clientsmith").iterdir()),
        "again": target.write(AFTER).value in (Changes(), Changes(kept=(EDITED,))),
    }


def main(folder: str, *options: str) -> None:
    """Try every step until a run gets through."""
    if "renames" in options:
        exchange_module.exchange = cannot_exchange
    seen: list[dict[str, Any]] = []
    stride = 1 if os.environ.get(WHOLE) or "merging" not in options else 4
    for step in range(0, 1000, stride):
        target = prepare(Path(folder, str(step)), merging="merging" in options)
        if not run_killed(target, step, halves="halves" in options):
            break
        seen.append(observe(target))
    sys.stdout.write(json.dumps(seen))


main(*sys.argv[1:])
