"""A recording."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

AudioFormat: TypeAlias = Literal["wav", "mp3"] | str


class InputAudio(Model):
    """The bytes of a recording."""

    data: str
    """The recording in Base64."""

    format: AudioFormat
    """How the recording is encoded."""


class AudioPart(Model):
    """A recording."""

    type: Literal["input_audio"] = "input_audio"

    input_audio: InputAudio
