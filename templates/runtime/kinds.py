"""Asks what a JSON value is, in a way that type checkers follow.

https://www.rfc-editor.org/rfc/rfc8259#section-3
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether a value is a mapping."""
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[Collection[Any]]:
    """Tell whether a value is a list, tuple or set, and not a text."""
    text = isinstance(value, str | bytes | bytearray)
    return not text and isinstance(value, Sequence | AbstractSet)
