"""User."""

from __future__ import annotations

from .._runtime.models import Model
from .._runtime.text_types import datetime
from .team import Team


class User(Model):
    """User."""

    id: int

    name: str

    created: datetime.datetime | None = None

    owner: Team | None = None

    team: Team | None = None
