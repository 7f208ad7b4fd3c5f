"""One browser for all tests, and each page written once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from page import pages
from page.browser import Browser, browsing, executable


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium, or skip."""
    with browsing() as started:
        yield started


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a release, or skip."""
    executable()
    return pages.release(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="session")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a hostile description."""
    executable()
    return pages.attack(tmp_path_factory.mktemp("attack"))


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of 2,000 changes."""
    executable()
    return pages.large(tmp_path_factory.mktemp("large"))
