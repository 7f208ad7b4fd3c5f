"""What to append to the message."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model
from .chat_message import Role
from .reasoning import Reasoning


class FunctionCallDelta(Model):
    """A fragment of a function call."""

    arguments: str | None = None
    """Text to append to the arguments."""

    name: str | None = None


class ToolCallDelta(Model):
    """A fragment of a tool call."""

    index: int

    function: FunctionCallDelta | None = None

    id: str | None = None

    type: Literal["function"] | None = None


class Delta(Model):
    """What to append to the message."""

    content: str | None = None
    """The text to append"""

    reasoning: str | Reasoning | None = None
    """The reasoning to append, as text or as the object of a whole answer"""

    role: Role | None = None

    tool_calls: list[ToolCallDelta] | None = None
    """Fragments of tool calls, joined by their `index`"""
