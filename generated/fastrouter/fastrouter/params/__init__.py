"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .audio_part import AudioFormatParam, AudioPartParam, InputAudioParam
    from .chat_completion_create import (
        AspectRatioParam,
        ChatCompletionCreateParams,
        ProviderRoutingParam,
        ReasoningEffortParam,
        ReasoningOptionsParam,
    )
    from .chat_message import ChatMessageParam, RoleParam
    from .content_part import ContentPartParam
    from .image_part import ImageDetailParam, ImagePartParam, ImageUrlParam
    from .reasoning import ReasoningParam
    from .text_part import TextPartParam
    from .tool import FunctionDefinitionParam, ToolParam
    from .tool_call import FunctionCallParam, ToolCallParam
    from .tool_choice import (
        FunctionNameParam,
        NamedToolChoiceParam,
        ToolChoiceModeParam,
        ToolChoiceParam,
    )
    from .video_part import VideoPartParam, VideoUrlParam

__all__ = [
    "AspectRatioParam",
    "AudioFormatParam",
    "AudioPartParam",
    "ChatCompletionCreateParams",
    "ChatMessageParam",
    "ContentPartParam",
    "FunctionCallParam",
    "FunctionDefinitionParam",
    "FunctionNameParam",
    "ImageDetailParam",
    "ImagePartParam",
    "ImageUrlParam",
    "InputAudioParam",
    "NamedToolChoiceParam",
    "ProviderRoutingParam",
    "ReasoningEffortParam",
    "ReasoningOptionsParam",
    "ReasoningParam",
    "RoleParam",
    "TextPartParam",
    "ToolCallParam",
    "ToolChoiceModeParam",
    "ToolChoiceParam",
    "ToolParam",
    "VideoPartParam",
    "VideoUrlParam",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".audio_part": ("AudioFormatParam", "AudioPartParam", "InputAudioParam"),
            ".chat_completion_create": (
                "AspectRatioParam",
                "ChatCompletionCreateParams",
                "ProviderRoutingParam",
                "ReasoningEffortParam",
                "ReasoningOptionsParam",
            ),
            ".chat_message": ("ChatMessageParam", "RoleParam"),
            ".content_part": ("ContentPartParam",),
            ".image_part": ("ImageDetailParam", "ImagePartParam", "ImageUrlParam"),
            ".reasoning": ("ReasoningParam",),
            ".text_part": ("TextPartParam",),
            ".tool": ("FunctionDefinitionParam", "ToolParam"),
            ".tool_call": ("FunctionCallParam", "ToolCallParam"),
            ".tool_choice": (
                "FunctionNameParam",
                "NamedToolChoiceParam",
                "ToolChoiceModeParam",
                "ToolChoiceParam",
            ),
            ".video_part": ("VideoPartParam", "VideoUrlParam"),
        },
    )
