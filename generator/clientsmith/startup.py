"""Starts quickly: loads of `openapi_pydantic` only the view that is used.

Importing any part of it builds the models of 3.0 and of 3.1, some 170 classes; of
these clientsmith uses the half for 3.1. `benchmarks/` shows what that saves.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType

_PACKAGES = ("openapi_pydantic", "openapi_pydantic.v3")


@contextmanager
def only_the_view_of_3_1() -> Generator[None]:
    """Let `openapi_pydantic.v3.v3_1` be imported without what lies beside it.

    While this lasts, the packages above it are empty ones with the same path.
    Afterwards they are forgotten, so that whoever imports them gets the real ones.
    """
    if _PACKAGES[0] in sys.modules:
        yield
        return
    spec = find_spec(_PACKAGES[0])
    path = next(iter(spec.submodule_search_locations or ()), "") if spec else ""
    for name, folder in zip(_PACKAGES, (path, f"{path}/v3"), strict=True):
        empty = ModuleType(name)
        empty.__path__ = [folder]
        sys.modules[name] = empty
    try:
        yield
    finally:
        for name in _PACKAGES:
            sys.modules.pop(name, None)
