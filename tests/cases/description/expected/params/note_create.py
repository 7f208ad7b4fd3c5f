"""What `client.notes.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ..models.author import Author
from ..models.note import NotePlace
from .author import AuthorParam
from .note import NoteColourParam, NotePlaceParam


class NoteCreateParams(TypedDict):
    """What `client.notes.create` accepts."""

    text: str
    """It may hold \"\"\"quotes\"\"\" and {braces}."""

    author: NotRequired[Author | AuthorParam | None]

    colour: NotRequired[NoteColourParam | None]
    """How it **looks**, as `CSS` has it."""

    editor: NotRequired[Author | AuthorParam | None]
    """Who changed it last."""

    length: NotRequired[int | None]
    """How long it is, in letters and not in bytes.

    Some prefer it to be short, and others like it long. At least 1.
    """

    parts: NotRequired[Sequence[str] | None]
    """Its lines

    - the first
    - the others
    """

    place: NotRequired[NotePlace | NotePlaceParam | None]
