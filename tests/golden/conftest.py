"""The option that makes what is generated what is expected, and packages to use."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from golden.packages import generate, write

collect_ignore_glob = ["*/expected/*"]

TYPES = "types: checks generated packages with mypy and pyright; `-m types` runs it"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`."""
    parser.addoption("--bless", action="store_true", help="Rewrite what is expected.")


def pytest_configure(config: pytest.Config) -> None:
    """Register a mark, and keep a machine from blessing what nobody has read.

    Raises:
        pytest.UsageError: `--bless` is given where nobody looks at the result.
    """
    config.addinivalue_line("markers", TYPES)
    if config.getoption("--bless", default=False) and os.environ.get("CI"):
        problem = "--bless is for people: read the diff and commit it"
        raise pytest.UsageError(problem)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave the type checkers to those who ask for them."""
    if "types" not in str(config.getoption("markexpr")):
        skip = pytest.mark.skip(reason="run with `-m types`")
        for item in items:
            if item.get_closest_marker("types"):
                item.add_marker(skip)


@pytest.fixture(scope="session")
def use(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], ModuleType]]:
    """Import a golden package as its users do."""
    folder = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(folder))
    yield lambda name: _import(name, folder)
    sys.path.remove(str(folder))


def _import(name: str, folder: Path) -> ModuleType:
    if not (folder / name).exists():
        write(generate(name), folder)
        importlib.invalidate_caches()
    return importlib.import_module(name)
