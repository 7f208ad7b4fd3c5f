"""Flag."""

from typing import TypeAlias

FlagParam: TypeAlias = str
"""Exactly 2 characters."""
