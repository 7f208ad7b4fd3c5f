"""A file is replaced as a whole, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.replacing import replace_file


def test_a_file_is_put_in_place_with_its_folder(tmp_path: Path) -> None:
    """Whoever asks for a file wants the folder, too; others may read it."""
    path = tmp_path / "new" / "known.json"
    replace_file(path, b"one")
    replace_file(path, b"two")
    mask = os.umask(0)
    os.umask(mask)

    assert [path] == list(path.parent.iterdir())
    assert b"two" == path.read_bytes()
    assert 0o666 & ~mask == path.stat().st_mode & 0o777


@pytest.mark.parametrize("step", ["replace", "open"])
def test_what_fails_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whichever step it is, nothing stands beside it."""

    def fail(*arguments: object, **options: object) -> None:
        del arguments, options
        raise OSError(28, os.strerror(28))

    path = tmp_path / "known.json"
    path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(Path, step, fail)
        with pytest.raises(OSError, match="No space left"):
            replace_file(path, b"new")

    assert [path] == list(tmp_path.iterdir())
    assert b"old" == path.read_bytes()


def test_an_interrupt_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes between any two steps."""

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt(arguments)

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_file(tmp_path / "known.json", b"new")

    assert [] == list(tmp_path.iterdir())


def test_it_may_be_written_in_a_folder_for_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a run that is killed has left it, the next one finds it."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    seen: list[Path] = []
    rename = Path.replace

    def watch(self: Path, target: Path) -> Path:
        seen.append(self.parent)
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", watch)
    replace_file(tmp_path / "known.json", b"new", drafts)

    assert [drafts] == seen
    assert b"new" == (tmp_path / "known.json").read_bytes()


def test_a_link_gives_way(tmp_path: Path) -> None:
    """What it led to is somebody else's."""
    other, link = tmp_path / "other", tmp_path / "link"
    other.write_bytes(b"other")
    link.symlink_to(other)
    replace_file(link, b"new")

    assert (b"other", b"new") == (other.read_bytes(), link.read_bytes())
    assert not link.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="needs /dev/stdout")
@pytest.mark.parametrize("to_file", [False, True])
def test_a_stream_is_written_to(tmp_path: Path, *, to_file: bool) -> None:
    """There is nothing to be replaced, even where it leads to a file."""
    program = (
        "from pathlib import Path; from clientsmith.replacing import replace_file; "
        "replace_file(Path('/dev/stdout'), b'new')"
    )
    path = tmp_path / "out"
    with path.open("wb") as file:
        target = file if to_file else subprocess.PIPE
        ended = subprocess.run(
            [sys.executable, "-c", program], stdout=target, check=True
        )

    assert b"new" == (path.read_bytes() if to_file else ended.stdout)
    assert Path("/dev/stdout").is_symlink()
