"""Plate."""

from __future__ import annotations

from .._runtime.models import Model
from .code import Code


class Plate(Model):
    """Plate."""

    number: str
    """From 3 to 9 characters. Pattern: `^[A-Z]{1,3}-\\d+$`."""

    both: str | None = None
    """From 2 to 4 characters."""

    broken: str | None = None
    """Pattern: `^([`."""

    code: Code | None = None

    country: str | None = None
    """Exactly 2 characters."""

    owner: str | None = None
    """Pattern: `^\\p{L}+$`."""
