"""Range."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class Range(Model):
    """Range."""

    from_: Annotated[int | None, Field(alias="from")] = None

    to: int | None = None
