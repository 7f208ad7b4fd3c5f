"""Paper."""

from __future__ import annotations

from typing import TypeAlias

Paper: TypeAlias = str
