"""Where each operation is found in a client, and what it is called there."""

from __future__ import annotations

from .choosing import Naming, name_operations
from .groups import nested
from .overrides import Wish, wish_of
from .places import Called, Place

__all__ = [
    "Called",
    "Naming",
    "Place",
    "Wish",
    "name_operations",
    "nested",
    "wish_of",
]
