"""How far a ticket is."""

from typing import Literal, TypeAlias

from ..models.state import State

StateParam: TypeAlias = State | Literal["open", "in-progress", "in_progress", "done"]
"""How far a ticket is."""
