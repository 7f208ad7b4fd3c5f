"""One package for each folder of a case, generated and imported once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.using import Case, package_of

collect_ignore_glob = ["*/expected/*"]


@pytest.fixture(scope="session")
def _packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cases")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture
def case(request: pytest.FixtureRequest, _packages: Path) -> Case:
    """Use the package of the folder that a test stands in."""
    return Case(package_of(request.path.parent.name, _packages))
