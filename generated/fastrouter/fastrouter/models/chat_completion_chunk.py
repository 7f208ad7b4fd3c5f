"""A fragment of an answer that is still being written."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model
from .delta import Delta
from .finish_reason import FinishReason
from .usage import Usage


class ChunkChoice(Model):
    """A fragment of one of the answers."""

    index: int
    """Choice index"""

    delta: Delta

    finish_reason: FinishReason | None = None
    """Reason why the model stopped generating, in its last chunk"""


class ChatCompletionChunk(Model):
    """A fragment of an answer that is still being written."""

    id: str
    """Unique identifier for the completion, the same in every chunk"""

    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"

    created: int
    """Unix timestamp of when the completion was created"""

    model: str
    """Model used for completion"""

    choices: list[ChunkChoice]
    """Fragments of the completion choices; empty in the chunk that carries the usage"""

    usage: Usage | None = None
    """Token usage statistics, in the last chunk only"""
