"""A recording."""

from typing import Literal, TypeAlias, TypedDict

from ..models.audio_part import InputAudio

AudioFormatParam: TypeAlias = Literal["wav", "mp3"]


class InputAudioParam(TypedDict):
    """The bytes of a recording."""

    data: str
    """The recording in Base64."""

    format: AudioFormatParam
    """How the recording is encoded."""


class AudioPartParam(TypedDict):
    """A recording."""

    type: Literal["input_audio"]

    input_audio: InputAudio | InputAudioParam
