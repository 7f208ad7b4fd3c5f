"""The chunks of an answer as the API writes them."""

from __future__ import annotations

import json
from typing import Any

DONE = b"data: [DONE]\n\n"

QUESTION: dict[str, Any] = {
    "model": "openai/gpt-5.1",
    "messages": [{"role": "user", "content": "Why is the sky blue?"}],
}
"""What every stream is asked; only the answer matters."""


def chunk(content: str) -> dict[str, Any]:
    """Make a chunk that appends some text."""
    return {
        "id": "gen-1",
        "object": "chat.completion.chunk",
        "created": 1763900000,
        "model": "openai/gpt-5.1",
        "choices": [{"index": 0, "delta": {"content": content}}],
    }


def event(value: object, end: str = "\n") -> bytes:
    """Write a value as the data of an event."""
    return f"data: {json.dumps(value, ensure_ascii=False)}{end}{end}".encode()


def said(content: str) -> bytes:
    """Write the event of a chunk."""
    return event(chunk(content))


COMPLETION: dict[str, Any] = {
    "id": "gen-1",
    "object": "chat.completion",
    "created": 1763900000,
    "model": "openai/gpt-5.1",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": "It scatters."},
            "finish_reason": "stop",
        }
    ],
}
"""A whole answer."""
