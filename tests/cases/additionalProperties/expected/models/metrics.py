"""Metrics."""

from __future__ import annotations

import datetime
from typing import Any

from .._runtime.models import Model
from .closed import Closed
from .limits import Limits


class Metrics(Model):
    """Metrics."""

    name: str

    counts: dict[str, int]

    free: dict[str, Any] | None = None

    limits: Limits | None = None

    nested: dict[str, dict[str, datetime.date]] | None = None

    none: dict[str, Any] | None = None

    plain: dict[str, Any] | None = None

    strict: Closed | None = None
