"""Reasoning tokens (if enabled and model supports it)."""

from typing import NotRequired, TypedDict


class ReasoningParam(TypedDict):
    """Reasoning tokens (if enabled and model supports it).

    Contains the model's internal reasoning process.
    """

    text: NotRequired[str]
    """The reasoning text showing the model's thought process"""
