"""What is left when the system refuses to write."""

from __future__ import annotations

import errno
import os
import resource
import signal
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
