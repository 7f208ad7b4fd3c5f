"""A message of the conversation."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

from ..models.tool_call import ToolCall
from .content_part import ContentPartParam
from .tool_call import ToolCallParam

RoleParam: TypeAlias = Literal["system", "user", "assistant", "tool"]


class ChatMessageParam(TypedDict):
    """A message of the conversation."""

    role: RoleParam
    """Role of the message author:

    - system: Instructions for the AI
    - user: User messages
    - assistant: AI responses
    - tool: Tool/function outputs
    """

    content: str | Sequence[ContentPartParam] | None
    """Message content - can be a string for text-only or an array for multimodal inputs
    (text, images, audio, video)
    """

    name: NotRequired[str]
    """Optional name of the message author"""

    tool_call_id: NotRequired[str]
    """Which of the calls this message answers (role `tool`)."""

    tool_calls: NotRequired[Sequence[ToolCall | ToolCallParam]]
    """The functions that the model asks to be called (role `assistant`)."""
