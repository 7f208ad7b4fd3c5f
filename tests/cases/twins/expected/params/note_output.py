"""Note output."""

from typing import TypedDict


class NoteOutputParam(TypedDict):
    """Note output."""

    text: str
