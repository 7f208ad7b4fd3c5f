"""`clientsmith watch` follows what somebody edits, in a process of its own."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, Desk

pytest.importorskip("watchfiles", reason="the extra `watch` is not installed")

TABLE = """\
[targets.{name}]
input = "{name}.yaml"
out = "client/{name}"
package = "{name}"
formatter = "none"
"""
PET = "client/{name}/{name}/models/pet.py"
AGED = DOCUMENT.replace("{name: {", "{age: {type: integer}, name: {")
SECONDS = 60
"""For how long a line is waited for on a busy machine; usually it is one second."""


class Watcher:
    """A process that watches a folder, and what it says line by line."""

    def __init__(self, desk: Desk) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "clientsmith", "watch"],
            cwd=desk.folder,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def round(self) -> list[str]:
        """Return what is said up to the end of a round."""
        said = [self._lines.get(timeout=SECONDS)]
        while not said[-1].startswith("generated: "):
            said.append(self._lines.get(timeout=SECONDS))
        return said

    def says(self, text: str) -> None:
        """Read on up to a line with a text."""
        while text not in self._lines.get(timeout=SECONDS):
            pass

    def says_nothing_for(self, seconds: float) -> bool:
        """Tell whether nothing is said for a while."""
        try:
            self._lines.get(timeout=seconds)
        except queue.Empty:
            return True
        return False

    def stop(self) -> int:
        """Press Ctrl-C, and return what it ends with."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with two targets."""
    desk = Desk(tmp_path)
    for name in ("cats", "dogs"):
        desk.write(f"{name}.yaml", DOCUMENT)
    desk.write(
        "clientsmith.toml", "\n".join(TABLE.format(name=n) for n in ("cats", "dogs"))
    )
    return desk


@pytest.fixture
def watcher(desk: Desk) -> Iterator[Watcher]:
    """Watch the folder, and stop in any case."""
    watcher = Watcher(desk)
    try:
        yield watcher
    finally:
        watcher.process.kill()
        watcher.process.wait()
        watcher._reader.join()
        assert watcher.process.stdout is not None
        watcher.process.stdout.close()


def test_somebody_edits_a_description_and_the_client_follows(
    desk: Desk, watcher: Watcher
) -> None:
    """What is wrong is said and ends nothing; what is written is no change."""
    first = watcher.round()
    assert first[-1].startswith("generated: cats, dogs, in ")
    assert watcher.says_nothing_for(2.5)

    desk.write("dogs.yaml", AGED)
    said = watcher.round()
    assert "changed: dogs.yaml" == said[0]
    assert said[-1].startswith("generated: dogs, in ")
    assert "age: int" in (desk.folder / PET.format(name="dogs")).read_text()
    assert "age: int" not in (desk.folder / PET.format(name="cats")).read_text()

    desk.write("dogs.yaml", AGED.replace("schemas/Pet", "schemas/Pett"))
    watcher.says("error[reference-missing]")
    watcher.round()
    desk.write("dogs.yaml", DOCUMENT)
    watcher.round()
    assert "age: int" not in (desk.folder / PET.format(name="dogs")).read_text()

    text = (desk.folder / "clientsmith.toml").read_text()
    desk.write("clientsmith.toml", text.replace("package", "pakage", 1))
    watcher.says("error[config-unknown-key]")
    watcher.round()
    desk.write("clientsmith.toml", f'{text}enums = "class"\n')
    assert watcher.round()[-1].startswith("generated: dogs, in ")

    assert Exit.OK == watcher.stop()
    assert Exit.OK == desk.run("check").code


def test_each_round_says_all_that_there_is_to_say(desk: Desk, watcher: Watcher) -> None:
    """Also a hint that an earlier one has given."""
    watcher.round()
    text = DOCUMENT.replace("required: [name]", "required: [nam]")
    for title in ("Dogs", "Hounds"):
        desk.write("dogs.yaml", text.replace("title: Pets", f"title: {title}"))
        watcher.says("hint[required-undeclared]")
        watcher.round()

    assert Exit.OK == watcher.stop()


def test_a_file_that_is_missing_is_waited_for(desk: Desk, watcher: Watcher) -> None:
    """When it comes, what needs it is generated."""
    watcher.round()
    before, _, _ = DOCUMENT.partition("    Pet: ")
    desk.write("cats.yaml", f"{before}    Pet: {{$ref: pet.yaml}}\n")
    watcher.says("error[")
    watcher.round()

    desk.write("pet.yaml", "type: object\nproperties: {tail: {type: string}}\n")
    watcher.round()
    assert "tail: str" in (desk.folder / PET.format(name="cats")).read_text()

    desk.write("pet.yaml", "type: object\nproperties: {ears: {type: string}}\n")
    said = watcher.round()
    assert "changed: pet.yaml" == said[0]
    assert "ears: str" in (desk.folder / PET.format(name="cats")).read_text()
    assert Exit.OK == watcher.stop()


def test_nothing_is_watched_without_a_configuration(tmp_path: Path) -> None:
    """It is said, as by any other command."""
    ended = Desk(tmp_path).run("watch")

    assert Exit.USAGE == ended.code
    assert "config-not-found" in ended.err


def test_what_tells_of_changes_may_have_to_be_installed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra, and the command to install it is said."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    ended = desk.run("watch")

    assert Exit.USAGE == ended.code
    assert "python -m pip install 'clientsmith[watch]'" in ended.err
