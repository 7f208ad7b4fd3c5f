"""How it looks."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

NoteColourParam: TypeAlias = Literal["red", "blue"]
"""How it looks."""


class NotePlaceParam(TypedDict):
    """Where it hangs."""

    wall: NotRequired[str]
    """Which wall."""
