"""Flag."""

from __future__ import annotations

from typing import TypeAlias

Flag: TypeAlias = str
"""Exactly 2 characters."""
