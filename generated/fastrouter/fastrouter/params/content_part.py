"""One part of a multimodal message, told apart by its `type`."""

from typing import TypeAlias

from .._runtime.models import Unknown
from ..models.audio_part import AudioPart
from ..models.image_part import ImagePart
from ..models.text_part import TextPart
from ..models.video_part import VideoPart
from .audio_part import AudioPartParam
from .image_part import ImagePartParam
from .text_part import TextPartParam
from .video_part import VideoPartParam

ContentPartParam: TypeAlias = (
    TextPart
    | TextPartParam
    | ImagePart
    | ImagePartParam
    | AudioPart
    | AudioPartParam
    | VideoPart
    | VideoPartParam
    | Unknown
)
"""One part of a multimodal message, told apart by its `type`."""
