"""Flag."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.asserts import Asserts

Flag: TypeAlias = Annotated[str, Asserts(min_length=2, max_length=2)]
"""Exactly 2 characters."""
