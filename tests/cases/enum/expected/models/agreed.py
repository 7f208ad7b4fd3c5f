"""Agreed."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.constants import Exact

Agreed: TypeAlias = Annotated[Literal[True], Exact]
