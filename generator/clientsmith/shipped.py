"""Where the templates are, and with them the runtime of every package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

_SHIPPED = Path(__file__).parent / "templates"
_CHECKOUT = Path(__file__).parents[2] / "templates"


def templates_folder() -> Path:
    """Return where the templates are: a checkout's own come first."""
    return _CHECKOUT if (_CHECKOUT / "definitions").is_dir() else _SHIPPED


@cache
def runtime_names(module: str) -> Mapping[str, Any]:
    """Run a module of the runtime that needs no other one, and return its names."""
    return run_path(str(templates_folder() / "runtime" / f"{module}.py"))
