"""What the tests of the last stage share."""

from __future__ import annotations

from pathlib import Path

import pytest

from unit.write.target import Target


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """Give a folder that does not exist yet."""
    return Target(tmp_path / "out")


@pytest.fixture
def merging(tmp_path: Path) -> Target:
    """Give the same folder, in which edits by hand are merged."""
    return Target(tmp_path / "out", merging=True)
