"""Format."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Unknown
from .._runtime.tags import Tag, by_tag
from .audio import Audio
from .paper import Paper

Format: TypeAlias = Annotated[
    Annotated[Paper, Tag("paper")]
    | Annotated[Audio, Tag("audio")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]
