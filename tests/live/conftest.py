"""Starts the servers that the generated client talks to, and finds its package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "generated" / "fastrouter")]

from callers import LISTENERS, Listener  # noqa: E402 - the path is set above
from packages import Packages  # noqa: E402
from server import Server, serving  # noqa: E402
from steady import judging  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def running() -> Iterator[Server]:
    """Run one server for all tests."""
    with serving() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    """Return a server that was asked nothing yet."""
    running.reset()
    return running


@pytest.fixture(params=sorted(LISTENERS))
def listener(request: pytest.FixtureRequest) -> Listener:
    """Return each of the ways to read a stream."""
    return LISTENERS[request.param]()


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Packages]:
    """Generate packages on demand, once for all tests."""
    folder = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(folder))
    yield Packages(folder)
    sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server that judges requests by the description."""
    with judging(tmp_path_factory.mktemp("judge")) as address:
        yield address
