"""`client.chat`: Operations under `chat`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .chat_completions import AsyncChatCompletions, ChatCompletions

__all__ = [
    "AsyncChat",
    "Chat",
]


class Chat(StreamingResource):
    """Operations under `chat`."""

    @cached_property
    def completions(self) -> ChatCompletions:
        """Create AI-powered chat responses with support for text, images, audio, video,
        streaming, and tool calling.
        """
        from .chat_completions import ChatCompletions

        return ChatCompletions(self._client)


class AsyncChat(AsyncStreamingResource):
    """The async twin of `Chat`."""

    @cached_property
    def completions(self) -> AsyncChatCompletions:
        """See `Chat.completions`."""
        from .chat_completions import AsyncChatCompletions

        return AsyncChatCompletions(self._client)
