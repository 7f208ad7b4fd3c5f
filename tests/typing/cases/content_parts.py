"""The parts of a message, told apart by `match`."""

from typing import Any, assert_never, assert_type

from fastrouter._runtime.models import Unknown
from fastrouter.models import (
    AudioPart,
    ChatMessage,
    ContentPart,
    ImagePart,
    TextPart,
    VideoPart,
)


def show(part: ContentPart) -> str:
    """Handle every variant; a new one would be an error here."""
    match part:
        case TextPart(text=text):
            return text
        case ImagePart(image_url=image):
            return image.url
        case AudioPart(input_audio=audio):
            return audio.format
        case VideoPart(video_url=video):
            return video.url
        case Unknown():
            return str(part.model_extra)
        case _:
            assert_never(part)


def show_some(part: ContentPart) -> str:
    """Know what is left after some variants."""
    match part:
        case TextPart() | ImagePart():
            return part.type
        case _:
            assert_type(part, AudioPart | VideoPart | Unknown)
            return "?"


def show_message(message: ChatMessage) -> list[str]:
    """Handle text, parts and no content at all."""
    match message.content:
        case str(text):
            return [text]
        case None:
            return []
        case parts:
            return [show(part) for part in parts]


def name(part: ContentPart) -> str:
    """Read what all variants have, those of tomorrow as well."""
    kind: str = part.type
    if isinstance(part, Unknown):
        assert_type(part.anything, Any)
        return kind
    assert_type(part, TextPart | ImagePart | AudioPart | VideoPart)
    return part.type


def name_some(part: TextPart | Unknown) -> None:
    """Know what is declared, and what may be there."""
    # mypy says: Item "TextPart" of "TextPart | Unknown" has no attribute "kind"
    # pyright says: Cannot access attribute "kind" for class "TextPart"
    # pyright says: Type of "kind" is partially unknown
    assert part.kind
