"""What the tests of the last stage share."""

from __future__ import annotations

from pathlib import Path

import pytest

from unit.write.target import Target


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """Give a folder that does not exist yet."""
    return Target(tmp_path / "out")
