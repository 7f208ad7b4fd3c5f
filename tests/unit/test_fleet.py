"""Many targets are run in several processes, and it shows in nothing but the time."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree

import pytest
from msgspec.structs import replace

from clientsmith import crew
from clientsmith.config import Target, read_config
from clientsmith.crew import CrashError, EndedError, spread
from clientsmith.fleet import Fleet
from clientsmith.tasks import Task

NAMES = ("cats", "dogs", "fish")
API = """\
openapi: 3.1.0
info: {title: %s, version: "1"}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
"""
TARGET = """\
[targets.{0}]
input = "{0}.yaml"
out = "{0}"
package = "{0}"
formatter = "none"
testing = false
"""
GENERATE = Task(command="generate")


@pytest.fixture
def targets(tmp_path: Path) -> list[Target]:
    """Configure three targets that share a lock."""
    for name in NAMES:
        tmp_path.joinpath(f"{name}.yaml").write_text(API % name, "utf-8")
    path = tmp_path / "clientsmith.toml"
    path.write_text("\n".join(TARGET.format(name) for name in NAMES), "utf-8")
    config = read_config(path).value
    assert config is not None
    return config.targets


def written(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_several_processes_write_and_say_what_one_does(
    targets: list[Target], tmp_path: Path
) -> None:
    """The same files, the same lock, the same accounts, in the order of targets."""
    alone = [*Fleet(processes=1).run(GENERATE, targets)]
    expected = written(tmp_path)
    tmp_path.joinpath("clientsmith.lock").unlink()
    for name in NAMES:
        rmtree(tmp_path / name)

    together = [*Fleet(processes=2).run(GENERATE, targets)]

    assert [*NAMES] == [account.name for account in together]
    assert expected == written(tmp_path)
    assert [replace(account, seconds=0) for account in alone] == [
        replace(account, seconds=0) for account in together
    ]


def test_every_target_keeps_its_names_in_the_lock_that_all_share(
    targets: list[Target], tmp_path: Path
) -> None:
    """Whoever writes it last has read what the others wrote."""
    lock = tmp_path / "clientsmith.lock"

    for _ in Fleet(processes=3).run(GENERATE, targets):
        pass

    found = json.loads(lock.read_text("utf-8"))["targets"]
    assert {*NAMES} == {name for name, each in found.items() if each["names"]}


def test_a_wrong_target_leaves_the_others_done(
    targets: list[Target], tmp_path: Path
) -> None:
    """And is reported in its turn."""
    tmp_path.joinpath("dogs.yaml").write_text("openapi: [", "utf-8")

    accounts = [*Fleet(processes=2).run(GENERATE, targets)]

    assert [0, 3, 0] == [account.exit for account in accounts]
    assert (tmp_path / "fish" / "fish" / "__init__.py").is_file()
    assert not (tmp_path / "dogs").exists()


def test_a_bug_in_another_process_is_one_here() -> None:
    """With its traceback, whether or not the exception can be sent."""
    with pytest.raises(CrashError, match="ValueError: invalid literal"):
        [*spread(int, ["one", "two"], processes=2)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGINT"])
def test_a_process_that_is_ended_is_missed(name: str) -> None:
    """It is no bug, and nobody waits for it."""
    number = getattr(signal, name)

    with pytest.raises(EndedError):
        [*spread(signal.raise_signal, [number, number], processes=2)]


@pytest.fixture
def at_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be such a process for a while."""
    monkeypatch.setattr(crew, "_shift", crew._Shift())
    before = signal.signal(signal.SIGINT, crew._interrupt)
    yield
    signal.signal(signal.SIGINT, before)


def _put_away(kept: list[str]) -> None:
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        kept.append("away")


@pytest.mark.usefixtures("at_work")
def test_an_interrupt_ends_work_and_lets_no_other_begin() -> None:
    """What has begun puts away what it has made; who waits is not ended by it."""
    kept: list[str] = []
    ended, not_begun = (crew._done(_put_away, kept) for _ in range(2))
    signal.raise_signal(signal.SIGINT)

    assert [crew.Stopped(), crew.Stopped()] == [ended, not_begun]
    assert ["away"] == kept


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Hear of Ctrl-C, also where a shell has the tests run in its background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(sys.platform != "linux", reason="children are listed in /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_the_program(
    targets: list[Target], tmp_path: Path, number: signal.Signals
) -> None:
    """However it is ended: whoever reads what it writes is told that it has ended."""
    assert targets
    command = [sys.executable, "-m", "clientsmith", "generate", "--jobs", "3"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as program:
        _wait_for(lambda: len(_children(program.pid)) > len(NAMES))
        program.send_signal(number)
        program.communicate(timeout=60)

    assert program.returncode


def _children(pid: int) -> list[str]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [child for path in tasks for child in path.read_text("utf-8").split()]


def _wait_for(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    assert holds()
