"""The steps of a target are commands that run after a write."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, Desk, Ended

NOTE = """\
import pathlib, sys
with open("log.txt", "a") as log:
    print(pathlib.Path.cwd().name, *sys.argv[1:], file=log)
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description."""
    desk = Desk(tmp_path / "project")
    desk.write("api.yaml", DOCUMENT)
    desk.write("note.py", NOTE)
    return desk


def generate(desk: Desk, post: list[list[str]]) -> Ended:
    """Generate with these steps."""
    desk.write(
        "clientsmith.toml",
        '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
        f"post = {post!r}\n",
    )
    return desk.run("generate")


def test_a_step_knows_where_the_output_is(desk: Desk) -> None:
    """It runs in the folder of the configuration, once, and without a shell."""
    post = [[sys.executable, "note.py", "{out}/{package}", "$HOME; {x}"]]
    ended = generate(desk, post)
    again = generate(desk, post)
    out = desk.folder.absolute() / "out"

    assert (Exit.OK, Exit.OK) == (ended.code, again.code)
    expected = f"project {out}/pets $HOME; {{x}}\n"
    assert expected == (desk.folder / "log.txt").read_text()


def test_a_formatter_of_the_team_is_no_drift(desk: Desk) -> None:
    """Ruff is found beside the Python that runs clientsmith, where PATH has none."""
    ended = generate(
        desk, [["ruff", "format", "--isolated", "--line-length=60", "{out}"]]
    )
    checked = desk.run("check")

    assert (Exit.OK, Exit.OK) == (ended.code, checked.code)
    assert "(0 differ)" in checked.err
    assert "finished_sha256" in (desk.folder / "out/.clientsmith/pets.json").read_text()


def test_a_step_that_fails_says_why(desk: Desk) -> None:
    """With the last lines of what it said, and later ones do not run."""
    code = "print('\\n'.join(map(str, range(20)))); raise SystemExit(3)"
    post = [[sys.executable, "-c", code], [sys.executable, "note.py"]]
    ended = generate(desk, post)

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:5:1: error[post-failed]"] == ended.places
    assert "ended with 3\n" in ended.err
    assert "\n  note: 10\n" in ended.err
    assert "note: 9\n" not in ended.err
    assert (desk.folder / "out/pets/client.py").exists()
    assert not (desk.folder / "log.txt").exists()


def test_a_program_that_is_not_there_is_named(desk: Desk) -> None:
    """Nothing else is tried instead."""
    ended = generate(desk, [["no-such-program"]])
    here = generate(desk, [["./tools/none"]])

    assert [Exit.USAGE, Exit.USAGE] == [ended.code, here.code]
    assert "`no-such-program` is not found" in ended.err
    assert "`./tools/none` cannot be run: No such file" in here.err


def test_a_relative_folder_of_programs_is_that_where_one_stands(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for a shell; the steps run elsewhere, in the folder of the configuration."""
    program = desk.write("below/bin/note", "#!/bin/sh\necho here > noted\n")
    program.chmod(0o755)
    generate(desk, [["true"]])
    config = (desk.folder / "clientsmith.toml").read_text()
    desk.write("clientsmith.toml", config.replace("'true'", "'note'"))
    monkeypatch.setenv("PATH", f"bin{os.pathsep}{os.environ['PATH']}")
    ended = Desk(desk.folder / "below").run("generate")

    assert Exit.OK == ended.code, ended.err
    assert "here\n" == (desk.folder / "noted").read_text()


def test_check_runs_no_steps(desk: Desk) -> None:
    """It writes nothing, and they might."""
    generate(desk, [[sys.executable, "note.py"]])
    desk.write("api.yaml", DOCUMENT.replace("title: Pets", "title: Cats"))
    ended = desk.run("check")

    assert Exit.DRIFT == ended.code
    assert 1 == (desk.folder / "log.txt").read_text().count("\n")
