"""Account."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.integers import IntegerText
from .._runtime.models import Model


class AccountId(Model):
    """Account id."""

    key: str | None = None


class Account(Model):
    """Account."""

    balance: IntegerText

    any: list[IntegerText | int] | None = None

    by_year: Annotated[dict[str, IntegerText] | None, Field(alias="byYear")] = None

    either: int | IntegerText | None = None

    history: list[IntegerText] | None = None

    id: IntegerText | AccountId | None = None

    limit: IntegerText | None = None

    pin: int | None = None
