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
            ".._runtime.models": ("Unknown",),
            ".audio_part": ("AudioFormat", "AudioPart", "InputAudio"),
            ".chat_completion": ("ChatCompletion", "Choice"),
            ".chat_completion_chunk": ("ChatCompletionChunk", "ChunkChoice"),
            ".chat_message": ("ChatMessage", "Role"),
            ".content_part": ("ContentPart",),
            ".delta": ("Delta", "FunctionCallDelta", "ToolCallDelta"),
            ".error_body": ("ErrorBody", "ErrorDetail"),
            ".finish_reason": ("FinishReason",),
            ".image_part": ("ImageDetail", "ImagePart", "ImageUrl"),
            ".reasoning": ("Reasoning",),
            ".text_part": ("TextPart",),
            ".tool": ("FunctionDefinition", "Tool"),
            ".tool_call": ("FunctionCall", "ToolCall"),
            ".tool_choice": (
                "FunctionName",
                "NamedToolChoice",
                "ToolChoice",
                "ToolChoiceMode",
            ),
            ".usage": ("Usage",),
            ".video_part": ("VideoPart", "VideoUrl"),
        },
    )
