"""Account."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class Account(Model):
    """Account."""

    name: str

    password: Annotated[str, Field(repr=False)]

    recovery: Annotated[str | None, Field(repr=False)] = None
