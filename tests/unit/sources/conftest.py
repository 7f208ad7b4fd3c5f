"""A project, and a server that publishes what it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hostile.command import Desk
from servers.publisher import Publisher, publishing
from unit.sources.pulling import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Stand in a folder of its own."""
    return Project(Desk(tmp_path))


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """Publish on loopback."""
    with publishing() as running:
        yield running
