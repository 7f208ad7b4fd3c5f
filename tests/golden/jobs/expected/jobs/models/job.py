"""Job."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.models import Model

JobState: TypeAlias = Literal["queued", "running", "done", "failed"] | str


class Job(Model):
    """Job."""

    id: str

    state: JobState

    started_at: Annotated[datetime.datetime | None, Field(alias="startedAt")] = None
