"""A folder in which commands are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.command import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in an empty folder."""
    return Desk(tmp_path)
