"""How far a ticket is."""

from typing import Literal, TypeAlias

StateParam: TypeAlias = Literal["open", "in-progress", "in_progress", "done"]
"""How far a ticket is."""
