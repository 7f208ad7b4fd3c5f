"""`clientsmith pull` from a program that writes the description."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.sources.processes import Ended, run
from hostile.command import DOCUMENT
from unit.sources.pulling import Project


def command(*words: str) -> str:
    """Say which program it is."""
    return f"command = {[sys.executable, *words]!r}"


def program(project: Project, text: str) -> str:
    """Write a program in Python beside the configuration."""
    project.desk.write("write.py", text)
    return command("write.py")


def test_what_a_program_writes_is_kept_byte_by_byte(project: Project) -> None:
    """It runs in the folder of the configuration, wherever one stands."""
    project.desk.write("here.yaml", DOCUMENT)
    (project.desk.folder / "below").mkdir()
    text = "import sys; sys.stdout.write(open('here.yaml').read()); print('#')"
    project.source(program(project, text))
    ended = type(project.desk)(project.desk.folder / "below").run("pull")

    assert (Exit.OK, "") == (ended.code, ended.err)
    assert f"{DOCUMENT}#\n" == project.file.read_text("utf-8")
    assert ["sha256"] == list(project.lock["spec/api.yaml"])


def test_what_it_says_beside_that_is_not_kept(project: Project) -> None:
    """Warnings go to standard error, as they should."""
    text = f"import sys; print('careful', file=sys.stderr); print({DOCUMENT!r})"
    project.source(program(project, text))

    assert (Exit.OK, "") == ((ended := project.pull()).code, ended.err)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (
            "import sys; print('openapi: 3.1.0'); sys.exit('no database')",
            Exit.NETWORK,
            "gives no description: it ended with 1: no database",
        ),
        ("raise ValueError('oh')", Exit.NETWORK, "it ended with 1: ValueError: oh"),
        ("import os; os.abort()", Exit.NETWORK, "it ended with -6"),
        ("", Exit.DOCUMENT, "error[document-empty]"),
        ("print('Hello')", Exit.DOCUMENT, "error[document-not-object]"),
        ("print('Loading\\n{}')", Exit.DOCUMENT, "error["),
    ],
)
def test_a_program_that_fails_leaves_the_file_as_it_is(
    project: Project, text: str, code: Exit, said: str
) -> None:
    """Its last words are shown."""
    project.desk.write("spec/api.yaml", DOCUMENT)
    project.source(program(project, text))
    ended = project.pull()

    assert code == ended.code
    assert said in ended.err
    assert DOCUMENT == project.file.read_text("utf-8")
    assert ["api.yaml"] == project.left()


def test_a_program_that_is_not_there_is_said(project: Project) -> None:
    """With the reason of the system."""
    project.source('command = ["no-such-program", "openapi"]')
    ended = project.pull()

    assert Exit.NETWORK == ended.code
    assert "`no-such-program openapi` gives no description" in ended.err
    assert "it cannot be started: No such file or directory" in ended.err


def test_the_time_of_a_program_is_bounded() -> None:
    """It is ended when it takes too long."""
    child = "import time; time.sleep(60)"
    told = run([sys.executable, "-c", child], Path(), os.environ, 1.0)

    assert "it took longer than 1 seconds" == told


def test_what_a_program_starts_ends_with_it(tmp_path: Path) -> None:
    """A server that it leaves behind is ended, too."""
    child = "import time, pathlib; time.sleep(1); pathlib.Path('x').touch()"
    text = (
        "import subprocess, sys, time; "
        f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)"
    )
    run([sys.executable, "-c", text], tmp_path, os.environ, 0.5)
    time.sleep(1.5)

    assert [] == list(tmp_path.iterdir())


def test_what_a_program_writes_is_bounded() -> None:
    """It is ended when it writes too much."""
    text = "while True: print('x' * 10_000)"
    told = run([sys.executable, "-c", text], Path(), os.environ, largest=99_999)

    assert "it wrote more than 99,999 bytes" == told


def test_a_program_reads_nothing() -> None:
    """One that asks a question gets no answer, and does not wait for it."""
    text = "import sys; print(repr(sys.stdin.read()))"
    ended = run([sys.executable, "-c", text], Path(), os.environ)

    assert isinstance(ended, Ended)
    assert b"''\n" == ended.output
