"""Which tags a description may carry: those that name what JSON also has.

https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

from typing import Final

_PREFIX: Final = "tag:yaml.org,2002:"
_OF_STRINGS: Final = frozenset({"!", f"{_PREFIX}str", f"{_PREFIX}timestamp"})
_OF_OTHER_SCALARS: Final = frozenset(
    f"{_PREFIX}{name}" for name in ("null", "bool", "int", "float")
)
_OF_COLLECTIONS: Final = frozenset({"!", f"{_PREFIX}seq", f"{_PREFIX}map"})


def makes_string(tag: str) -> bool:
    """Tell whether a scalar with this tag is its own text."""
    return tag in _OF_STRINGS


def is_known_on_scalar(tag: str) -> bool:
    """Tell whether a scalar with this tag has a meaning in JSON."""
    return tag in _OF_STRINGS or tag in _OF_OTHER_SCALARS


def is_known_on_collection(tag: str) -> bool:
    """Tell whether a collection with this tag has a meaning in JSON."""
    return tag in _OF_COLLECTIONS


def show_tag(tag: str) -> str:
    """Write a tag as the document does."""
    return tag.replace(_PREFIX, "!!")
