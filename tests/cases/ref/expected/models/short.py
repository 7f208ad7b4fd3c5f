"""Short."""

from __future__ import annotations

from typing import TypeAlias

from .title import Title

Short: TypeAlias = Title
"""Deprecated. At most 5 characters."""
