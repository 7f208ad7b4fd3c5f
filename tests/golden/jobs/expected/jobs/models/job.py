"""Job."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .._runtime.text_types import datetime
from .state import State


class Job(Model):
    """Job."""

    id: str

    state: State

    started_at: Annotated[datetime.datetime | None, Field(alias="startedAt")] = None
