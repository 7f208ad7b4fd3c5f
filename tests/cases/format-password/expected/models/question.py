"""Question."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .secret import Secret


class Question(Model):
    """Question."""

    answer: Annotated[Secret | None, Field(repr=False)] = None

    asked: str | None = None
