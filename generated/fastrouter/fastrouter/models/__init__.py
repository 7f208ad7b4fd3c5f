"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .audio_part import AudioFormat, AudioPart, InputAudio
    from .chat_completion import ChatCompletion, Choice
    from .chat_completion_chunk import ChatCompletionChunk, ChunkChoice
    from .chat_message import ChatMessage, Role
    from .content_part import ContentPart
    from .delta import Delta, FunctionCallDelta, ToolCallDelta
    from .error_body import ErrorBody, ErrorDetail
    from .finish_reason import FinishReason
    from .image_part import ImageDetail, ImagePart, ImageUrl
    from .reasoning import Reasoning
    from .text_part import TextPart
    from .tool import FunctionDefinition, Tool
    from .tool_call import FunctionCall, ToolCall
    from .tool_choice import FunctionName, NamedToolChoice, ToolChoice, ToolChoiceMode
    from .usage import Usage
    from .video_part import VideoPart, VideoUrl

__all__ = [
    "AudioFormat",
    "AudioPart",
    "ChatCompletion",
    "ChatCompletionChunk",
    "ChatMessage",
    "Choice",
    "ChunkChoice",
    "ContentPart",
    "Delta",
    "ErrorBody",
    "ErrorDetail",
    "FinishReason",
    "FunctionCall",
    "FunctionCallDelta",
    "FunctionDefinition",
    "FunctionName",
    "ImageDetail",
    "ImagePart",
    "ImageUrl",
    "InputAudio",
    "NamedToolChoice",
    "Reasoning",
    "Role",
    "TextPart",
    "Tool",
    "ToolCall",
    "ToolCallDelta",
    "ToolChoice",
    "ToolChoiceMode",
    "Unknown",
    "Usage",
    "VideoPart",
    "VideoUrl",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "AudioFormat": ".audio_part",
            "AudioPart": ".audio_part",
            "ChatCompletion": ".chat_completion",
            "ChatCompletionChunk": ".chat_completion_chunk",
            "ChatMessage": ".chat_message",
            "Choice": ".chat_completion",
            "ChunkChoice": ".chat_completion_chunk",
            "ContentPart": ".content_part",
            "Delta": ".delta",
            "ErrorBody": ".error_body",
            "ErrorDetail": ".error_body",
            "FinishReason": ".finish_reason",
            "FunctionCall": ".tool_call",
            "FunctionCallDelta": ".delta",
            "FunctionDefinition": ".tool",
            "FunctionName": ".tool_choice",
            "ImageDetail": ".image_part",
            "ImagePart": ".image_part",
            "ImageUrl": ".image_part",
            "InputAudio": ".audio_part",
            "NamedToolChoice": ".tool_choice",
            "Reasoning": ".reasoning",
            "Role": ".chat_message",
            "TextPart": ".text_part",
            "Tool": ".tool",
            "ToolCall": ".tool_call",
            "ToolCallDelta": ".delta",
            "ToolChoice": ".tool_choice",
            "ToolChoiceMode": ".tool_choice",
            "Unknown": ".._runtime.models",
            "Usage": ".usage",
            "VideoPart": ".video_part",
            "VideoUrl": ".video_part",
        },
    )
