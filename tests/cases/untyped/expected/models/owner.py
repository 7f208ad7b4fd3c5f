"""Owner."""

from __future__ import annotations

import datetime

from .._runtime.models import Assumed


class Owner(Assumed):
    """Owner."""

    name: str | None = None

    since: datetime.date | None = None
