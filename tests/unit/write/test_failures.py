"""What is left when the system refuses to write."""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from unit.write.target import Target

PETS = {"pets/__init__.py": "version = 1\n", "tests/test_pets.py": ""}
NEXT = {"pets/__init__.py": "version = 2\n", "tests/test_pets.py": "import pets\n"}


@contextmanager
def small_files() -> Generator[None, None, None]:
    """Let no file grow past 100 bytes: the nearest thing to a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_leaves_the_old_output(target: Target) -> None:
    """All is written before anything is replaced."""
    target.write(PETS)
    with small_files():
        outcome = target.write({**NEXT, "pets/big.py": "# long\n" * 100})

    (found,) = outcome.diagnostics
    assert ("output-unwritable", Exit.USAGE) == (found.code, found.exit)
    assert os.strerror(errno.EFBIG) in found.message
    assert PETS == target.texts()
    assert ["pets.json"] == [p.name for p in (target.out / ".clientsmith").iterdir()]


FULL = Path(__file__).with_name("full.py")
MOUNT = 'mount -t tmpfs -o size=400k tmpfs "$1" && exec "$2" "$3" "$1" $4'
UNSHARE = shutil.which("unshare")


def can_mount() -> bool:
    """Tell whether this system lets its users have file systems of their own."""
    if UNSHARE is None:
        return False
    command = [UNSHARE, "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="needs a file system of its own")
@pytest.mark.parametrize("mode", ["", "merging"])
def test_a_disk_that_is_full_leaves_a_whole_output(tmp_path: Path, mode: str) -> None:
    """However little is left: the old one or the new one, and the next run heals."""
    roots = os.pathsep.join(path for path in sys.path if path)
    tests = str(Path(__file__).parents[2])
    words = ("-Urm", "sh", "-c", MOUNT, "sh", str(tmp_path))
    process = subprocess.run(
        [UNSHARE or "", *words, sys.executable, str(FULL), mode],
        env={**os.environ, "PYTHONPATH": f"{tests}{os.pathsep}{roots}"},
        capture_output=True,
        text=True,
        check=True,
    )
    seen = json.loads(process.stdout)
    state = ["pets.base", "pets.json"] if mode else ["pets.json"]

    refused = {(): [2], ("output-unwritable",): [1]}
    assert {*refused} == {tuple(one["codes"]) for one in seen}
    assert [] == [one for one in seen if refused[tuple(one["codes"])] != one["left"]]
    assert [] == [one for one in seen if not one["again"] or one["state"] != state]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("folder", [".", ".clientsmith", "pets", "tests"])
def test_a_read_only_folder_leaves_the_old_output(target: Target, folder: str) -> None:
    """Whichever it is, it is found before anything is replaced."""
    target.write(PETS)
    (target.out / folder).chmod(0o500)
    outcome = target.write(NEXT)
    (target.out / folder).chmod(0o700)

    assert ["output-unwritable"] == [found.code for found in outcome.diagnostics]
    assert PETS == target.texts()


def test_an_output_that_cannot_be_finished_is_finished_later(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package is placed and the rest is refused, the next run goes on."""
    target.write(PETS)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _refuse_tests(Path.replace))
        outcome = target.write(NEXT)
    left = target.texts()

    assert ["output-incomplete"] == [found.code for found in outcome.diagnostics]
    assert {**NEXT, "tests/test_pets.py": ""} == left
    assert target.write(NEXT).value is not None
    assert NEXT == target.texts()


def _refuse_tests(replace: object) -> object:
    def refuse(source: Path, place: Path) -> Path:
        if place.name == "test_pets.py":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        assert callable(replace)
        replace(source, place)
        return place

    return refuse
