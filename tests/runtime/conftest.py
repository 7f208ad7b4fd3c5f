"""Lets the tests of the runtime import what they share: `loopback` and `shop`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loopback import Loopback
    from shop import Client
    from ways import Way


@pytest.fixture(scope="session")
def conformance() -> Callable[[str], Any]:
    """Read a file of the conformance suite, or skip."""
    folder = os.environ.get("CLIENTSMITH_CONFORMANCE")

    def read(name: str) -> Any:
        if not folder:
            pytest.skip("CLIENTSMITH_CONFORMANCE is not set")
        return json.loads((Path(folder) / name).read_text(encoding="utf-8"))

    return read


@pytest.fixture(params=["blocking", "asyncio", "trio"])
def way(request: pytest.FixtureRequest) -> Way:
    """Return each of the ways to wait for an answer."""
    from ways import WAYS

    return WAYS[request.param]


@pytest.fixture
def connect() -> Iterator[Callable[..., Client]]:
    """Make clients of a server that are closed when the test ends."""
    from shop import Client

    made: list[Client] = []

    def make(server: Loopback, **options: Any) -> Client:
        made.append(Client(base_url=server.address, **options))
        return made[-1]

    yield make
    for client in made:
        client.close()
