"""Wind."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class Wind(Model):
    """Wind."""

    speed: Annotated[float, Asserts(exclusive_minimum=0)]
    """In metres per second. More than 0."""

    direction: Annotated[int | None, Asserts(minimum=0, exclusive_maximum=360)] = None
    """At least 0 and less than 360."""
