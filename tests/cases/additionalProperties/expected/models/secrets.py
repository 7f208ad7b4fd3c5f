"""Secrets."""

from __future__ import annotations

from pydantic import Field

from .._runtime.asserts import Asserts
from .._runtime.models import Model


@Asserts(properties={"key": True}, additional_properties={"type": "integer"})
class Secrets(Model):
    """Secrets."""

    owner: str | None = None

    __pydantic_extra__: dict[str, int | str] = Field(init=False)
    """Properties that have no name of their own."""
