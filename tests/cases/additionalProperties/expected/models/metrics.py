"""Metrics."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .._runtime.text_types import datetime
from .closed import Closed
from .limits import Limits
from .secrets import Secrets


class Metrics(Model):
    """Metrics."""

    name: str

    counts: dict[str, int]

    free: dict[str, Any] | None = None

    limits: Limits | None = None

    nested: dict[str, dict[str, datetime.date]] | None = None

    none: Annotated[dict[str, Any] | None, Asserts(additional_properties=False)] = None

    plain: dict[str, Any] | None = None

    secrets: Secrets | None = None

    strict: Closed | None = None
