"""Closed."""

from __future__ import annotations

from .._runtime.asserts import Asserts
from .._runtime.models import Model


@Asserts(additional_properties=False)
class Closed(Model):
    """Closed."""

    a: int | None = None
