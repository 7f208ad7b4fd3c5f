"""How far a ticket is."""

from __future__ import annotations

from typing import Literal, TypeAlias

State: TypeAlias = Literal["open", "in-progress", "in_progress", "done"] | str
"""How far a ticket is."""
