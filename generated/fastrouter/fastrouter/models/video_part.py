"""A video."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class VideoUrl(Model):
    """Where a video is."""

    url: str
    """An address, or a data URI."""


class VideoPart(Model):
    """A video."""

    type: Literal["video_url"] = "video_url"

    video_url: VideoUrl
