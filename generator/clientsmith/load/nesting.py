"""How deep values may nest: later stages recurse, and Pydantic ends at 255."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .reading import JSON

DEEPEST: Final = 240


def too_deep(value: JSON) -> bool:
    """Tell whether containers nest deeper than later stages can follow."""
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(DEEPEST):
        # A level at a time, and exact types: this visits every value of the document.
        level = [
            child
            for parent in level
            for child in (parent.values() if type(parent) is dict else parent)
            if type(child) is dict or type(child) is list
        ]
        if not level:
            return False
    return bool(level)
