"""There is nothing to say yet."""

from typing import TypeAlias

from .._runtime.null import Null

NotYetParam: TypeAlias = Null
"""There is nothing to say yet."""
