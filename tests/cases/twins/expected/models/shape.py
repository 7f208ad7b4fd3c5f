"""Shape."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Unknown
from .._runtime.tags import Tag, by_tag
from .round import Round
from .square import Square

Shape: TypeAlias = Annotated[
    Annotated[Round, Tag("round")]
    | Annotated[Square, Tag("square")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]
