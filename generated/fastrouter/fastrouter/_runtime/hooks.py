"""Where parts join in that only some packages carry.

Each adds itself when it is imported, and the module of a type imports what the type
needs, so that it is here before the type is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

Schema: TypeAlias = dict[str, Any]
"""A core schema of the library."""
Resolve: TypeAlias = Callable[[Any], Any]
"""Finds the schema that another one refers to by a name."""
Change: TypeAlias = Callable[[Any], Any]

BUILDING: list[Callable[[Any, Schema, Resolve], None]] = []
"""Changes the schema of a model while its class is built."""
KEEPING: list[Callable[[Schema], Change | None]] = []
"""Says what becomes of a value that does not fit a schema, and is kept."""
CHECKING: list[Callable[[Schema], SchemaValidator]] = []
"""Makes validators of a schema that check what is asserted, too."""
