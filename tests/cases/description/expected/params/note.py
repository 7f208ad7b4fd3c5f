"""Parts of `Note`."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

NoteColourParam: TypeAlias = Literal["red", "blue"]


class NotePlaceParam(TypedDict):
    """Where it hangs."""

    wall: NotRequired[str]
    """Which wall."""
