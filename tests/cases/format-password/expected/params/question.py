"""Question."""

from typing import NotRequired, TypedDict

from .secret import SecretParam


class QuestionParam(TypedDict):
    """Question."""

    answer: NotRequired[SecretParam]

    asked: NotRequired[str]
