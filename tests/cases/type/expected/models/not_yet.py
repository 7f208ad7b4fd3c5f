"""There is nothing to say yet."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.null import Null

NotYet: TypeAlias = Null
"""There is nothing to say yet."""
