"""What `client.chat.completions.create` accepts."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

from ..models.chat_message import ChatMessage
from ..models.tool import Tool
from .chat_message import ChatMessageParam
from .tool import ToolParam
from .tool_choice import ToolChoiceParam

AspectRatioParam: TypeAlias = Literal[
    "1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"
]


class ProviderRoutingParam(TypedDict):
    """Optional: Control provider routing behavior.

    If not specified, FastRouter intelligently selects the best provider based on
    availability, performance, and cost. Use either 'only' OR 'order', not both.
    """

    allow_fallbacks: NotRequired[bool]
    """When used with 'order', enables automatic fallback to the next provider in the
    list if the current provider is unavailable.

    Set to true for high-availability routing. Default: `true`.
    """

    only: NotRequired[Sequence[str]]
    """Force routing to specific providers only.

    Request will only use providers in this list. Use when you need guaranteed provider
    selection. At least 1 item.
    """

    order: NotRequired[Sequence[str]]
    """Ordered list of providers to try in sequence.

    FastRouter attempts each provider in order. Use with allow_fallbacks for
    high-availability routing. At least 1 item.
    """


ReasoningEffortParam: TypeAlias = Literal["low", "medium", "high"]


class ReasoningOptionsParam(TypedDict):
    """Control reasoning token behavior for supported models (OpenAI o-series, Grok,
    Gemini thinking, Anthropic).

    Reasoning tokens represent the model's internal reasoning process and improve output
    quality for complex tasks. Enabled by default. Use either 'effort' OR 'max_tokens',
    not both.
    """

    effort: NotRequired[ReasoningEffortParam]
    """Reasoning effort level (OpenAI o-series, Grok).

    Controls token allocation: low (~20% of max_tokens), medium (~50%), high (~80%). Do
    not use with max_tokens.
    """

    enabled: NotRequired[bool]
    """Enable or disable reasoning tokens. Default is true for supported models."""

    exclude: NotRequired[bool]
    """If true, model reasons internally but reasoning tokens are not returned in the
    response.

    Works across all models. Reduces costs while maintaining reasoning benefits.
    Default: `false`.
    """

    max_tokens: NotRequired[int]
    """Maximum reasoning tokens (Gemini thinking, Anthropic).

    For Anthropic: minimum 1024, maximum 32000. max_tokens must be strictly greater than
    this value. Do not use with effort.
    """


class ChatCompletionCreateParams(TypedDict):
    """What `client.chat.completions.create` accepts."""

    model: str
    """Model ID in format 'provider/model'.

    Examples: openai/gpt-5.1, google/gemini-3-pro-preview, anthropic/claude-4.5-sonnet
    """

    messages: Sequence[ChatMessage | ChatMessageParam]
    """Array of message objects forming the conversation history.

    Each message has a role (system/user/assistant/tool) and content. At least 1 item.
    """

    aspect_ratio: NotRequired[AspectRatioParam | None]
    """Image aspect ratio for Nano Banana (google/gemini-2.5-flash-image).

    Supported ratios: 1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9, 21:9
    """

    duration: NotRequired[int | None]
    """Duration of the audio clip in seconds for text-to-audio generation
    (ace-step/prompt-to-audio).

    Optional parameter. At least 1.
    """

    frequency_penalty: NotRequired[float | None]
    """Penalizes repeated tokens based on frequency.

    Positive values reduce repetition. From -2 to 2. Default: `0`.
    """

    max_tokens: NotRequired[int | None]
    """Maximum number of tokens to generate in the completion.

    Limits the length of the response. At least 1.
    """

    presence_penalty: NotRequired[float | None]
    """Penalizes tokens that have appeared.

    Positive values encourage new topics. From -2 to 2. Default: `0`.
    """

    prompt: NotRequired[str | None]
    """Natural-language description for audio generation (ace-step/prompt-to-audio).

    Describe the audio, music, or ambient sound to generate.
    """

    provider: NotRequired[ProviderRoutingParam | None]

    reasoning: NotRequired[ReasoningOptionsParam | None]

    stop: NotRequired[str | Sequence[str] | None]
    """Stop sequences where the model will stop generating.

    Can be a string or array of strings.
    """

    temperature: NotRequired[float | None]
    """Controls randomness in responses.

    Lower values (0-0.7) make output more focused and deterministic. Higher values
    (0.8-2) make output more creative and random. Default: `1`.
    """

    tool_choice: NotRequired[ToolChoiceParam | None]

    tools: NotRequired[Sequence[Tool | ToolParam] | None]
    """Array of tool/function definitions"""

    top_p: NotRequired[float | None]
    """Nucleus sampling parameter.

    Alternative to temperature. Lower values make output more focused. From 0 to 1.
    Default: `1`.
    """
