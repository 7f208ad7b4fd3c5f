"""`client.chat.completions`: Create AI-powered chat responses with support for text,
images, audio, video, streaming, and tool calling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.body import json_body
from .._runtime.keywords import Requests
from .._runtime.request import Request, StreamRequest
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._runtime.async_streams import AsyncStream
    from .._runtime.options import RequestOptions
    from .._runtime.streams import Stream
    from ..models.chat_completion import ChatCompletion
    from ..models.chat_completion_chunk import ChatCompletionChunk
    from ..params.chat_completion_create import ChatCompletionCreateParams

__all__ = [
    "AsyncChatCompletions",
    "ChatCompletions",
    "ChatCompletionsRequests",
]


class ChatCompletionsRequests(Requests):
    """The requests of `client.chat.completions`, as values."""

    @staticmethod
    def create(**params: Unpack[ChatCompletionCreateParams]) -> Request[ChatCompletion]:
        """Build the request of `create`."""
        from ..models.chat_completion import ChatCompletion
        from ..models.error_body import ErrorBody

        return Request(
            operation="chat.completions.create",
            method="POST",
            path="/api/v1/chat/completions",
            body=json_body(params, renamed={"aspect_ratio": "aspectRatio"}),
            returns=ChatCompletion,
            errors={401: ErrorBody, 429: ErrorBody},
            idempotent=True,
        )

    @staticmethod
    def create_stream(
        **params: Unpack[ChatCompletionCreateParams],
    ) -> StreamRequest[ChatCompletionChunk]:
        """Build the request of `create_stream`."""
        from ..models.chat_completion_chunk import ChatCompletionChunk
        from ..models.error_body import ErrorBody

        return StreamRequest(
            operation="chat.completions.create_stream",
            method="POST",
            path="/api/v1/chat/completions",
            body=json_body(
                params, renamed={"aspect_ratio": "aspectRatio"}, fixed={"stream": True}
            ),
            returns=ChatCompletionChunk,
            errors={401: ErrorBody, 429: ErrorBody},
            idempotent=True,
            terminator="[DONE]",
        )


class ChatCompletions(StreamingResource):
    """Create AI-powered chat responses with support for text, images, audio, video,
    streaming, and tool calling.
    """

    requests = ChatCompletionsRequests

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatCompletionCreateParams],
    ) -> ChatCompletion:
        """Creates a chat completion for the provided messages.

        Supports streaming, function calling, vision, multimodal inputs, and reasoning
        tokens for supported models (OpenAI o-series, Grok, Gemini thinking, Anthropic).
        Compatible with OpenAI SDK.

        `POST /api/v1/chat/completions`

        Raises:
            BadRequestError: Bad Request - Invalid parameters
            AuthenticationError: Invalid Credentials - Your API key is invalid,
                disabled, or your OAuth session has expired. Check your credentials.
            RateLimitError: Rate Limited - You have exceeded your request limits
                (TPM/RPM). Slow down or increase your limits.
            InternalServerError: Internal Server Error
        """
        return self._client.send(self.requests.create(**params), request_options).value

    def create_stream(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatCompletionCreateParams],
    ) -> Stream[ChatCompletionChunk]:
        """Like `create`, but yield the response while it is being written."""
        return self._client.stream(
            self.requests.create_stream(**params), request_options
        )


class AsyncChatCompletions(AsyncStreamingResource):
    """The async twin of `ChatCompletions`."""

    requests = ChatCompletionsRequests

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatCompletionCreateParams],
    ) -> ChatCompletion:
        """See `ChatCompletions.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value

    def create_stream(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatCompletionCreateParams],
    ) -> AsyncStream[ChatCompletionChunk]:
        """See `ChatCompletions.create_stream`."""
        return self._client.stream(
            self.requests.create_stream(**params), request_options
        )
