"""Shelf."""

from typing import Literal, TypeAlias

from ..models.shelf import Shelf

ShelfParam: TypeAlias = Shelf | Literal[1, 2]
