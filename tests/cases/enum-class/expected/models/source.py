"""Source."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.models import Model, Unknown
from .._runtime.tags import Tag, by_tag

LetterSourceKind: TypeAlias = Literal["mail", "letter"] | str


class LetterSource(Model):
    """Letter source."""

    kind: LetterSourceKind

    address: str


class PhoneSource(Model):
    """Phone source."""

    kind: Literal["phone"] = "phone"

    number: str


Source: TypeAlias = Annotated[
    Annotated[LetterSource, Tag("mail")]
    | Annotated[LetterSource, Tag("letter")]
    | Annotated[PhoneSource, Tag("phone")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]
