"""Kill a run before each of its steps, and say what the next run finds and makes.

Started by `test_killed.py` in a process of its own: it forks, and an audit hook
cannot be taken away again. `python killed.py FOLDER [renames]` prints JSON.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count
from pathlib import Path
from typing import Any

from clientsmith.write import Changes
from clientsmith.write import exchange as exchange_module
from unit.write.target import Target

BEFORE = {
    "pets/__init__.py": "version = 1\n",
    "pets/old.py": "",
    "pets/same.py": "",
    "tests/test_old.py": "",
    "REFERENCE.md": "1\n",
}
AFTER = {
    "pets/__init__.py": "version = 2\n",
    "pets/new/thing.py": "",
    "pets/same.py": "",
    "tests/test_new.py": "",
    "REFERENCE.md": "2\n",
}
DELETIONS = {"os.remove", "os.rmdir"}
STEPS = {"os.mkdir", "os.rename", "os.link", "open", *DELETIONS}
KILLED = 9


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
            os._exit(KILLED)

    sys.addaudithook(watch)


def run_killed(target: Target, step: int) -> bool:
    """Run in a child that dies before the step; say whether it came that far."""
    child = os.fork()
    if not child:
        die_before(step, target.out)
        target.write(AFTER)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def observe(out: Path) -> dict[str, Any]:
    """Look at what the killed run left, then run again."""
    target = Target(out)
    left = target.texts()
    rerun = target.write(AFTER)
    return {
        "left": {path: left[path] for path in left if path.startswith("pets/")},
        "codes": [found.code for found in rerun.diagnostics],
        "final": target.texts(),
        "state": sorted(path.name for path in (out / ".clientsmith").iterdir()),
        "again": target.write(AFTER).value == Changes(),
    }


def main(folder: str, *options: str) -> None:
    """Try every step until a run gets through."""
    if "renames" in options:
        exchange_module.exchange = cannot_exchange
    seen: list[dict[str, Any]] = []
    for step in range(1000):
        target = Target(Path(folder, str(step)))
        target.write(BEFORE)
        if not run_killed(target, step):
            break
        seen.append(observe(target.out))
    sys.stdout.write(json.dumps(seen))


main(*sys.argv[1:])
