"""How far it goes."""

from __future__ import annotations

from typing import TypeAlias

Step: TypeAlias = int
"""How far it goes. A multiple of 10."""
