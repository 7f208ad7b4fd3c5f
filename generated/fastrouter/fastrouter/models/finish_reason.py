"""Reason why the model stopped generating."""

from __future__ import annotations

from typing import Literal, TypeAlias

FinishReason: TypeAlias = (
    Literal["stop", "length", "tool_calls", "content_filter"] | str
)
"""Reason why the model stopped generating"""
