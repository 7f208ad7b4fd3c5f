"""Account."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .question import Question
from .secret import Secret


class Account(Model):
    """Account."""

    name: str

    password: Annotated[str, Field(repr=False)]

    code: Annotated[Secret | int | None, Field(repr=False)] = None

    former: Annotated[list[Secret] | None, Field(repr=False)] = None

    keys: Annotated[dict[str, Secret] | None, Field(repr=False)] = None

    question: Question | None = None

    recovery: Annotated[str | None, Field(repr=False)] = None
