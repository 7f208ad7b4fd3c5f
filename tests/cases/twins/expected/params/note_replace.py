"""What `client.notes.replace` accepts."""

from collections.abc import Sequence
from typing import TypedDict

from ..models.note_input import NoteInput
from ..models.note_output import NoteOutput
from .note_input import NoteInputParam
from .note_output import NoteOutputParam


class NoteReplaceParams(TypedDict):
    """What `client.notes.replace` accepts."""

    body: Sequence[NoteInput | NoteInputParam | NoteOutput | NoteOutputParam]
    """What to send."""
