"""Mood."""

from typing import Literal, TypeAlias

from ..models.mood import Mood

MoodParam: TypeAlias = (
    Mood
    | Literal[
        "+1",
        "-1",
        "",
        "2nd",
        "class",
        "mro",
        "name",
        "Name",
        "__init__",
        "überaus gut",
        "日本",
    ]
)
