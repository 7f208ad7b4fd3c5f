"""Those who a story is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from servers.publisher import publishing
from stories.maintainer import Maintainer
from stories.upstream import Upstream


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    """Publish a description on loopback."""
    with publishing() as publisher:
        yield Upstream(publisher)


@pytest.fixture
def maintainer(
    tmp_path: Path, upstream: Upstream, monkeypatch: pytest.MonkeyPatch
) -> Maintainer:
    """Keep a client of it, generated and committed, on a machine of one's own."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("CLIENTSMITH_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Maintainer.of(tmp_path / "pets", upstream.url)
