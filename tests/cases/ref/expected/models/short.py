"""Short."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.asserts import Asserts
from .title import Title

Short: TypeAlias = Annotated[Title, Asserts(max_length=5)]
"""Deprecated. At most 5 characters."""
