"""Parts of `Report`."""

from typing import Literal, NotRequired, TypeAlias, TypedDict


class ReportTextParam(TypedDict):
    """Report text."""

    text: NotRequired[str]


class ShortAnswerParam(TypedDict):
    """Short answer."""

    yes: bool


class LongAnswerParam(TypedDict):
    """Long answer."""

    why: str


class ReportLongParam(TypedDict):
    """Report long."""

    a: NotRequired[int]


ProgressParam: TypeAlias = Literal["draft", "done"]
