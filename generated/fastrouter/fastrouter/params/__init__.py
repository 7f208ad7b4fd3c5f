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
            "AspectRatioParam": ".chat_completion_create",
            "AudioFormatParam": ".audio_part",
            "AudioPartParam": ".audio_part",
            "ChatCompletionCreateParams": ".chat_completion_create",
            "ChatMessageParam": ".chat_message",
            "ContentPartParam": ".content_part",
            "FunctionCallParam": ".tool_call",
            "FunctionDefinitionParam": ".tool",
            "FunctionNameParam": ".tool_choice",
            "ImageDetailParam": ".image_part",
            "ImagePartParam": ".image_part",
            "ImageUrlParam": ".image_part",
            "InputAudioParam": ".audio_part",
            "NamedToolChoiceParam": ".tool_choice",
            "ProviderRoutingParam": ".chat_completion_create",
            "ReasoningEffortParam": ".chat_completion_create",
            "ReasoningOptionsParam": ".chat_completion_create",
            "ReasoningParam": ".reasoning",
            "RoleParam": ".chat_message",
            "TextPartParam": ".text_part",
            "ToolCallParam": ".tool_call",
            "ToolChoiceModeParam": ".tool_choice",
            "ToolChoiceParam": ".tool_choice",
            "ToolParam": ".tool",
            "VideoPartParam": ".video_part",
            "VideoUrlParam": ".video_part",
        },
    )
