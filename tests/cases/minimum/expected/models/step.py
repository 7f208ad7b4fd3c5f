"""How far it goes."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.asserts import Asserts

Step: TypeAlias = Annotated[int, Asserts(multiple_of=10)]
"""How far it goes. A multiple of 10."""
