"""Plate."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .code import Code


class Plate(Model):
    """Plate."""

    number: Annotated[
        str, Asserts(min_length=3, max_length=9, pattern="^[A-Z]{1,3}-\\d+$")
    ]
    """From 3 to 9 characters. Pattern: `^[A-Z]{1,3}-\\d+$`."""

    both: Annotated[str | None, Asserts(min_length=2, max_length=4)] = None
    """From 2 to 4 characters."""

    broken: str | None = None
    """Pattern: `^([`."""

    code: Code | None = None

    country: Annotated[str | None, Asserts(min_length=2, max_length=2)] = None
    """Exactly 2 characters."""

    owner: str | None = None
    """Pattern: `^\\p{L}+$`."""
