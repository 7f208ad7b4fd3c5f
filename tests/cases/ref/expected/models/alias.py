"""Alias."""

from __future__ import annotations

from typing import TypeAlias

from .user import User

Alias: TypeAlias = User
