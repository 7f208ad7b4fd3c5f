"""Note input."""

from typing import NotRequired, TypedDict


class NoteInputParam(TypedDict):
    """Note input."""

    text: NotRequired[str]
