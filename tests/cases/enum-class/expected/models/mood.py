"""Mood."""

from __future__ import annotations

from .._runtime.enums import OpenStrEnum


class Mood(OpenStrEnum):
    """Mood."""

    PLUS_1 = "+1"
    MINUS_1 = "-1"
    EMPTY = ""
    N2_ND = "2nd"
    CLASS = "class"
    MRO = "mro"
    NAME = "name"
    NAME_CAPITAL = "Name"
    INIT = "__init__"
    ÜBERAUS_GUT = "überaus gut"
    日本 = "日本"
