"""By field."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

ByFieldBy: TypeAlias = Literal["title", "author"] | str


class ByField(Model):
    """By field."""

    by: ByFieldBy
