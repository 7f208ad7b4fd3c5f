"""Source."""

from typing import Literal, TypeAlias, TypedDict

from .._runtime.models import Unknown
from ..models.source import LetterSource, PhoneSource

LetterSourceKindParam: TypeAlias = Literal["mail", "letter"]


class LetterSourceParam(TypedDict):
    """Letter source."""

    kind: LetterSourceKindParam

    address: str


class PhoneSourceParam(TypedDict):
    """Phone source."""

    kind: Literal["phone"]

    number: str


SourceParam: TypeAlias = (
    LetterSource | LetterSourceParam | PhoneSource | PhoneSourceParam | Unknown
)
