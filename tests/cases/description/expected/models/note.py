"""What somebody wrote down."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .author import Author

NoteColour: TypeAlias = Literal["red", "blue"] | str


class NotePlace(Model):
    """Where it hangs."""

    wall: str | None = None
    """Which wall."""


class Note(Model):
    """What somebody wrote down. It ends with a backslash: \\\\"""

    text: str
    """It may hold \"\"\"quotes\"\"\" and {braces}."""

    author: Author | None = None

    colour: NoteColour | None = None
    """How it **looks**, as `CSS` has it."""

    editor: Author | None = None
    """Who changed it last."""

    length: Annotated[int | None, Asserts(minimum=1)] = None
    """How long it is, in letters and not in bytes.

    Some prefer it to be short, and others like it long. At least 1.
    """

    parts: list[str] | None = None
    """Its lines

    - the first
    - the others
    """

    place: NotePlace | None = None
