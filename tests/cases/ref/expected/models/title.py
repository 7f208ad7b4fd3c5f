"""One line."""

from __future__ import annotations

from typing import TypeAlias

Title: TypeAlias = str
"""One line. At most 80 characters."""
