"""Song."""

from typing import NotRequired, TypedDict

from ..models.writer import Writer
from .writer import WriterParam


class SongParam(TypedDict):
    """Song."""

    title: str

    writer: NotRequired[Writer | WriterParam]
