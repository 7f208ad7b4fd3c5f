"""Reasoning tokens (if enabled and model supports it)."""

from __future__ import annotations

from .._runtime.models import Model


class Reasoning(Model):
    """Reasoning tokens (if enabled and model supports it).

    Contains the model's internal reasoning process.
    """

    text: str | None = None
    """The reasoning text showing the model's thought process"""
