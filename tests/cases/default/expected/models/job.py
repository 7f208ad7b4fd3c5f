"""Job."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .._runtime.text_types import datetime


class Job(Model):
    """Job."""

    queue: str
    """Default: `"main"`."""

    labels: dict[str, str] | None = None
    """Default: `{"team": "core"}`."""

    quoted: str | None = None
    """Default: `"\\"quo'te\\\\"`."""

    retries: Annotated[int | None, Asserts(minimum=0)] = None
    """At least 0. Default: `3`."""

    said: int | None = None
    """Defaults to 5."""

    tags: list[str] | None = None
    """Default: `[]`."""

    until: datetime.date | None = None

    verbose: bool | None = None
    """Default: `false`."""

    wrong: int | None = None
    """Default: `"many"`."""
