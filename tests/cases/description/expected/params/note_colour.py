"""How it **looks**, as `CSS` has it."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

NoteColourParam: TypeAlias = Literal["red", "blue"]
"""How it **looks**, as `CSS` has it."""


class NotePlaceParam(TypedDict):
    """Where it hangs."""

    wall: NotRequired[str]
    """Which wall."""
