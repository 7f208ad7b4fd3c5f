"""Owner."""

from __future__ import annotations

from .._runtime.assumed import Assumed
from .._runtime.text_types import datetime


class Owner(Assumed):
    """Owner."""

    name: str | None = None

    since: datetime.date | None = None
