"""How it is filed."""

from typing import TypeAlias

CodeParam: TypeAlias = str
"""How it is filed. At least 1 character. Pattern: `^[a-z]+$`."""
