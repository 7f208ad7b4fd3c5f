"""Where the templates are, and with them the runtime of every package."""

from __future__ import annotations

from pathlib import Path

_SHIPPED = Path(__file__).parent / "templates"
_CHECKOUT = Path(__file__).parents[2] / "templates"


def templates_folder() -> Path:
    """Return where the templates are: a checkout's own come first."""
    return _CHECKOUT if (_CHECKOUT / "definitions").is_dir() else _SHIPPED
