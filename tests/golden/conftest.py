"""Golden packages, imported as their users do."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from golden.packages import generate, write

collect_ignore_glob = ["*/expected/*"]


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
