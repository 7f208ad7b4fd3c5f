"""User."""

from __future__ import annotations

import datetime

from .._runtime.models import Model
from .team import Team


class User(Model):
    """User."""

    id: int

    name: str

    created: datetime.datetime | None = None

    owner: Team | None = None

    team: Team | None = None
