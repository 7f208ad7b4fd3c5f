"""Swapping two folders in one step."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from clientsmith.write.exchange import exchange

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs renameat2")


def test_two_folders_change_places(tmp_path: Path) -> None:
    """Both names exist at every moment."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "file").touch()

    assert exchange(one, other)
    assert (other / "file").exists()
    assert [] == list(one.iterdir())


def test_a_refusal_is_an_error(tmp_path: Path) -> None:
    """A system that can and does not must not be worked around."""
    with pytest.raises(FileNotFoundError) as caught:
        exchange(tmp_path, tmp_path / "missing")

    assert str(tmp_path / "missing") == caught.value.filename
