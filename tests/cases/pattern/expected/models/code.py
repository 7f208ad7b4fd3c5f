"""How it is filed."""

from __future__ import annotations

from typing import TypeAlias

Code: TypeAlias = str
"""How it is filed. At least 1 character. Pattern: `^[a-z]+$`."""
