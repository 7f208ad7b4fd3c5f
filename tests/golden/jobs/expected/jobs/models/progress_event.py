"""Progress event."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class ProgressEvent(Model):
    """Progress event."""

    event: Literal["progress"] = "progress"

    data: str

    id: str | None = None
