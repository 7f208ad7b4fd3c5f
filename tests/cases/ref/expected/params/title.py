"""One line."""

from typing import TypeAlias

TitleParam: TypeAlias = str
"""One line. At most 80 characters."""
