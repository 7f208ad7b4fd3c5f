"""How it is filed."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.asserts import Asserts

Code: TypeAlias = Annotated[str, Asserts(min_length=1, pattern="^[a-z]+$")]
"""How it is filed. At least 1 character. Pattern: `^[a-z]+$`."""
