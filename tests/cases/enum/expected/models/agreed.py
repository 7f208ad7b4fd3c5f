"""Agreed."""

from __future__ import annotations

from typing import Literal, TypeAlias

Agreed: TypeAlias = Literal[True]
