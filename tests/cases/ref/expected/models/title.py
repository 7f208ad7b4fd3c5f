"""One line."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.asserts import Asserts

Title: TypeAlias = Annotated[str, Asserts(max_length=80)]
"""One line. At most 80 characters."""
