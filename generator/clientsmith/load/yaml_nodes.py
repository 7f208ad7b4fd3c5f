"""The nodes of a YAML text: each has its value and knows where it begins.

https://yaml.org/spec/1.2.2/#32-information-models
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from .reading import JSON


class Scalar(Struct):
    """A scalar; its text counts when it is the key of a property."""

    value: JSON
    offset: int
    written: str
    merges: bool = False
    size: int = 1
    height: int = 0


class Sequence(Struct):
    """A sequence whose items are complete."""

    value: JSON
    offset: int
    items: list[Node]
    size: int
    height: int


class Mapping(Struct):
    """A mapping whose entries are complete and merged; each has its key's offset."""

    value: JSON
    offset: int
    entries: dict[str, tuple[int, Node]]
    size: int
    height: int


Node: TypeAlias = Scalar | Sequence | Mapping
"""`size` counts the values with every alias expanded, `height` the levels below."""
