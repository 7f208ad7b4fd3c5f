"""A video."""

from typing import Literal, TypedDict

from ..models.video_part import VideoUrl


class VideoUrlParam(TypedDict):
    """Where a video is."""

    url: str
    """An address, or a data URI."""


class VideoPartParam(TypedDict):
    """A video."""

    type: Literal["video_url"]

    video_url: VideoUrl | VideoUrlParam
