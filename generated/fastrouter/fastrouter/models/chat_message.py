"""A message of the conversation."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model
from .content_part import ContentPart
from .reasoning import Reasoning
from .tool_call import ToolCall

Role: TypeAlias = Literal["system", "user", "assistant", "tool"] | str


class ChatMessage(Model):
    """A message of the conversation."""

    role: Role
    """Role of the message author:

    - system: Instructions for the AI
    - user: User messages
    - assistant: AI responses
    - tool: Tool/function outputs
    """

    content: str | list[ContentPart] | None
    """Message content - can be a string for text-only or an array for multimodal inputs
    (text, images, audio, video)
    """

    name: str | None = None
    """Optional name of the message author"""

    reasoning: Reasoning | None = None

    tool_call_id: str | None = None
    """Which of the calls this message answers (role `tool`)."""

    tool_calls: list[ToolCall] | None = None
    """The functions that the model asks to be called (role `assistant`)."""
