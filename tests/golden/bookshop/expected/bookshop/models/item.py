"""Item."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class Item(Model):
    """Item."""

    id: int

    title: Annotated[str, Asserts(min_length=1)]
    """At least 1 character."""
