"""Token usage statistics."""

from __future__ import annotations

from .._runtime.models import Model


class Usage(Model):
    """Token usage statistics"""

    completion_tokens: int | None = None
    """Number of tokens in the completion (includes reasoning tokens if present)"""

    cost: float | None = None
    """Cost in USD for this request"""

    prompt_tokens: int | None = None
    """Number of tokens in the prompt"""

    total_tokens: int | None = None
    """Total tokens used"""
