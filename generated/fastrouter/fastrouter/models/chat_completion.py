"""A finished answer."""

from __future__ import annotations

from .._runtime.models import Model
from .chat_message import ChatMessage
from .finish_reason import FinishReason
from .usage import Usage


class Choice(Model):
    """One of the answers that were asked for."""

    index: int
    """Choice index"""

    message: ChatMessage

    finish_reason: FinishReason | None = None


class ChatCompletion(Model):
    """A finished answer."""

    id: str
    """Unique identifier for the completion"""

    object: str
    """Object type, always 'chat.completion' or 'chat.completion.chunk' for streaming"""

    created: int
    """Unix timestamp of when the completion was created"""

    model: str
    """Model used for completion"""

    choices: list[Choice]
    """Array of completion choices"""

    usage: Usage | None = None
