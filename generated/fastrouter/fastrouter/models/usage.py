"""Token usage statistics."""

from __future__ import annotations

from .._runtime.models import Model


class Usage(Model):
    """Token usage statistics"""

    prompt_tokens: int | None = None
    """Number of tokens in the prompt"""

    completion_tokens: int | None = None
    """Number of tokens in the completion (includes reasoning tokens if present)"""

    total_tokens: int | None = None
    """Total tokens used"""

    cost: float | None = None
    """Cost in USD for this request"""
