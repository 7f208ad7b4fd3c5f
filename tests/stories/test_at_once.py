"""Processes that run at once on one working copy end as if one had followed another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path
from time import monotonic, sleep

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.write import PATIENCE
from hostile.command import DOCUMENT, Desk

TARGET = """\
[targets.{name}]
input = "{name}.yaml"
out = "{name}"
package = "{name}"
formatter = "none"
"""
SECONDS = 3.0
"""How long runs are repeated; a few times at the least on a busy machine."""
LEAST = 2
OTHER = DOCUMENT.replace("{name: {", "{age: {}, name: {")


class Started:
    """A command that runs in a process of its own."""

    def __init__(self, desk: Desk, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "clientsmith", *arguments, "--quiet"],
            cwd=desk.folder,
            env={**os.environ, "GITHUB_WORKSPACE": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ends(self) -> tuple[int, str]:
        """Wait for its end, which is no bug whatever else it is."""
        out, err = self.process.communicate(timeout=60)
        assert "Traceback" not in out + err, err
        assert Exit.BUG != self.process.returncode, err
        return self.process.returncode, err


def at_once(desk: Desk, *commands: tuple[str, ...]) -> list[tuple[int, str]]:
    """Start commands together, and wait for all of them."""
    return [one.ends() for one in [Started(desk, *each) for each in commands]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with two targets that share a lock."""
    desk = Desk(tmp_path)
    for name in ("cats", "dogs"):
        desk.write(f"{name}.yaml", DOCUMENT)
    tables = [TARGET.format(name=name) for name in ("cats", "dogs")]
    desk.write("clientsmith.toml", "\n".join(tables))
    return desk


def names(desk: Desk) -> dict[str, list[str]]:
    """List the names that the lock has of each target."""
    targets = json.loads((desk.folder / "clientsmith.lock").read_text())["targets"]
    return {name: sorted(each["names"].values()) for name, each in targets.items()}


def leftovers(desk: Desk) -> list[str]:
    """List what no run should leave."""
    left = [*desk.folder.rglob("*.staging*"), *desk.folder.glob("tmp*")]
    return [path.relative_to(desk.folder).as_posix() for path in left]


def test_two_runs_of_one_target_leave_one_package(desk: Desk) -> None:
    """Both end well, time and again, and nothing is left of either."""
    generate = ("generate", "--target", "cats")
    for turn in turns():
        desk.write("cats.yaml", (OTHER, DOCUMENT)[turn % 2])
        ended = at_once(desk, generate, generate)

        assert [Exit.OK, Exit.OK] == [code for code, _ in ended], ended
        assert Exit.OK == desk.run("check", "--target", "cats").code
        assert [] == leftovers(desk)


def test_two_runs_of_different_descriptions_leave_one_of_them(desk: Desk) -> None:
    """Never a mixture: each file is that of one run, and so is the manifest."""
    desk.write("small.yaml", DOCUMENT)
    desk.write("large.yaml", OTHER)
    single = ("--out", "one", "--package", "pets", "--formatter", "none")
    for _ in turns():
        made = [("generate", f"{name}.yaml", *single) for name in ("small", "large")]
        ended = at_once(desk, *made)
        checked = [
            desk.run("check", f"{name}.yaml", *single) for name in ("small", "large")
        ]

        assert [Exit.OK, Exit.OK] == [code for code, _ in ended], ended
        assert [Exit.OK, Exit.DRIFT] == sorted(one.code for one in checked)
        assert [] == leftovers(desk)


def test_runs_that_share_a_lock_keep_the_names_of_each_other(desk: Desk) -> None:
    """Whichever writes last."""
    both = [("generate", "--target", name) for name in ("cats", "dogs")]
    for _ in turns():
        (desk.folder / "clientsmith.lock").unlink(missing_ok=True)
        ended = at_once(desk, *both)

        assert [Exit.OK, Exit.OK] == [code for code, _ in ended], ended
        assert {"cats", "dogs"} == {*names(desk)}
        assert Exit.OK == desk.run("check").code


def test_a_check_beside_a_run_sees_one_package(desk: Desk) -> None:
    """What was there before, or what is there afterwards, and no edit by hand."""
    desk.run("generate")
    check = ("check", "--target", "cats")
    texts = cycle((OTHER, DOCUMENT))
    for _ in turns():
        desk.write("cats.yaml", next(texts))
        _, *checked = at_once(desk, ("generate", "--target", "cats"), check, check)

        for code, said in checked:
            assert code in {Exit.OK, Exit.DRIFT}, said
            assert "edited" not in said
        assert Exit.OK == desk.run(*check).code


def test_the_steps_of_a_target_keep_no_other_target_from_its_lock(desk: Desk) -> None:
    """Also where one writes into the folder of the configuration, and takes long."""
    begun, ended = (desk.folder / name for name in ("begun", "ended"))
    desk.write(
        "wait.py",
        "import pathlib, time\n"
        f"pathlib.Path({str(begun)!r}).touch()\n"
        "limit = time.monotonic() + 50\n"
        f"while not pathlib.Path({str(ended)!r}).exists() "
        "and time.monotonic() < limit:\n"
        "    time.sleep(0.05)\n",
    )
    waits = f"post = [[{json.dumps(sys.executable)}, 'wait.py']]\n"
    cats = TARGET.format(name="cats").replace('out = "cats"', 'out = "."') + waits
    desk.write("clientsmith.toml", cats + TARGET.format(name="dogs"))
    slow = Started(desk, "generate", "--target", "cats")
    while not begun.exists():
        assert slow.process.poll() is None, slow.ends()
        sleep(0.05)
    began = monotonic()
    code, said = Started(desk, "generate", "--target", "dogs").ends()
    took = monotonic() - began
    ended.touch()

    assert (Exit.OK, "") == (code, said)
    assert PATIENCE > took
    assert (Exit.OK, "") == slow.ends()
    assert {"cats", "dogs"} == {*names(desk)}


def turns() -> Iterator[int]:
    """Count turns for some seconds, and a few in any case."""
    end = monotonic() + SECONDS
    for turn in count():
        if turn >= LEAST and monotonic() > end:
            return
        yield turn
