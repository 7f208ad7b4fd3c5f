"""Measurement."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .._runtime.text_types import datetime
from .sky import Sky


class Measurement(Model):
    """Measurement."""

    taken_at: datetime.datetime

    celsius: float

    humidity: Annotated[int | None, Asserts(minimum=0, maximum=100)] = None
    """From 0 to 100."""

    sky: Sky | None = None
