"""Folders for other programs go, however the process ends that has made them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clientsmith import scratch as module
from clientsmith.format import format_files
from clientsmith.scratch import scratch

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither such signals nor locks"
)
FORMATS = """\
import signal, subprocess, sys, time
from clientsmith import format

def stop(folder):
    print("formats", flush=True)
    time.sleep(60)

if not sys.argv[1:]:  # tests may run where a shell has told them to ignore it
    signal.signal(signal.SIGINT, signal.default_int_handler)
for name in sys.argv[1:]:
    signal.signal(getattr(signal, name), signal.SIG_DFL)
format._run_ruff = stop
format.format_files({"a.py": "x = 1"}, "ruff")
"""
OLD = 3600.0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Use an empty folder for what is temporary."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@contextmanager
def formatting(*plain: str) -> Iterator[subprocess.Popen[str]]:
    """Let another process format; some signals simply end it."""
    command = [sys.executable, "-c", FORMATS, *plain]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        assert "formats\n" == process.stdout.readline()
        yield process
        process.kill()


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        (signal.SIGINT, ()),
        (signal.SIGINT, ("SIGINT",)),
        (signal.SIGTERM, ("SIGTERM",)),
        (signal.SIGHUP, ("SIGHUP",)),
    ],
    ids=["program", "one of many", "SIGTERM", "SIGHUP"],
)
def test_a_signal_leaves_no_folder(
    folder: Path, number: signal.Signals, plain: tuple[str, ...]
) -> None:
    """And ends the process as it would."""
    with formatting(*plain) as process:
        assert 1 == len([*folder.iterdir()])
        process.send_signal(number)
        code = process.wait(30)

    assert [] == [*folder.iterdir()]
    if plain:
        assert -number == code


def test_what_a_killed_process_left_is_deleted_by_the_next(folder: Path) -> None:
    """It had no time to do so itself."""
    with formatting() as process:
        process.kill()
        process.wait(30)
    (left,) = folder.iterdir()
    age(left)
    format_files({"a.py": "x = 1"}, "ruff")

    assert [] == [*folder.iterdir()]


def test_the_folder_of_a_process_that_lives_is_left_alone(folder: Path) -> None:
    """However long it takes."""
    with formatting() as process:
        (used,) = folder.iterdir()
        age(used)
        format_files({"a.py": "x = 1"}, "ruff")

        assert [used] == [*folder.iterdir()]
        assert process.poll() is None


def test_folders_of_others_are_left_alone(folder: Path) -> None:
    """Also those that are called alike, and those that are new."""
    others = [folder / name for name in ("clientsmith-backup", "clientsmith-scratch-1")]
    for each in others:
        each.mkdir()
    age(others[0])
    with scratch():
        pass

    assert others == sorted(folder.iterdir())


def test_signals_mean_afterwards_what_they_meant(folder: Path) -> None:
    """Nothing of this is left in the process."""
    before = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]
    with scratch() as used:
        inside = used.is_dir()

    assert inside
    assert [] == [*folder.iterdir()]
    assert before == [
        signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)
    ]
    assert set() == module._open


def age(path: Path) -> None:
    """Let a folder be an hour old."""
    then = time.time() - OLD
    os.utime(path, (then, then))
