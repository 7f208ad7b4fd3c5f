"""One part of a multimodal message, told apart by its `type`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Unknown
from .._runtime.tags import Tag, by_tag
from .audio_part import AudioPart
from .image_part import ImagePart
from .text_part import TextPart
from .video_part import VideoPart

ContentPart: TypeAlias = Annotated[
    Annotated[TextPart, Tag("text")]
    | Annotated[ImagePart, Tag("image_url")]
    | Annotated[AudioPart, Tag("input_audio")]
    | Annotated[VideoPart, Tag("video_url")]
    | Annotated[Unknown, Tag("")],
    by_tag("type"),
]
"""One part of a multimodal message, told apart by its `type`."""
